/** Tests of {@code vn.lienthong.node.log.internal}. */
@NullMarked
package vn.lienthong.node.log.internal;

import org.jspecify.annotations.NullMarked;
