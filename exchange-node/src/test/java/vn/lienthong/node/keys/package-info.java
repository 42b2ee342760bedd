/** Tests. */
@NullMarked
package vn.lienthong.node.keys;

import org.jspecify.annotations.NullMarked;
