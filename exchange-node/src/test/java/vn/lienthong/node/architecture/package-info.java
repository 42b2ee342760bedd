/** Tests. */
@NullMarked
package vn.lienthong.node.architecture;

import org.jspecify.annotations.NullMarked;
