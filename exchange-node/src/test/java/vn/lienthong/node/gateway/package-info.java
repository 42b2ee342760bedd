/** Tests of {@code vn.lienthong.node.gateway}. */
@NullMarked
package vn.lienthong.node.gateway;

import org.jspecify.annotations.NullMarked;
