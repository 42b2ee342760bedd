/** Tests of {@code vn.lienthong.node.gateway.internal}. */
@NullMarked
package vn.lienthong.node.gateway.internal;

import org.jspecify.annotations.NullMarked;
