/** Tests of {@code vn.lienthong.node.delivery.internal.submission}. */
@NullMarked
package vn.lienthong.node.delivery.internal.submission;

import org.jspecify.annotations.NullMarked;
