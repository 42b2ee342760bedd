/** Tests. */
@NullMarked
package vn.lienthong.node.outgoing;

import org.jspecify.annotations.NullMarked;
