/** Tests. */
@NullMarked
package vn.lienthong.node.officer;

import org.jspecify.annotations.NullMarked;
