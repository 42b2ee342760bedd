/** Tests of {@code vn.lienthong.node.desk}. */
@NullMarked
package vn.lienthong.node.desk;

import org.jspecify.annotations.NullMarked;
