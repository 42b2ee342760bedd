/** Tests of {@code vn.lienthong.node.identity}. */
@NullMarked
package vn.lienthong.node.identity;

import org.jspecify.annotations.NullMarked;
