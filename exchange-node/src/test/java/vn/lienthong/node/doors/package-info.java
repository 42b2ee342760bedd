/** One document through every door and out of every other. */
@NullMarked
package vn.lienthong.node.doors;

import org.jspecify.annotations.NullMarked;
