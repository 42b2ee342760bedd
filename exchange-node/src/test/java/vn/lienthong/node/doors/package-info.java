/** All doors of programs together. */
@NullMarked
package vn.lienthong.node.doors;

import org.jspecify.annotations.NullMarked;
