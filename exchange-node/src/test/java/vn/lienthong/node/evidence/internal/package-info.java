/** Tests of {@code vn.lienthong.node.evidence.internal}. */
@NullMarked
package vn.lienthong.node.evidence.internal;

import org.jspecify.annotations.NullMarked;
