/** Tests of the whole program. */
@NullMarked
package vn.lienthong.node;

import org.jspecify.annotations.NullMarked;
