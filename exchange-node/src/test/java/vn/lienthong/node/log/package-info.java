/** Tests of {@code vn.lienthong.node.log}. */
@NullMarked
package vn.lienthong.node.log;

import org.jspecify.annotations.NullMarked;
