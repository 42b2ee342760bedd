/** Tests. */
@NullMarked
package vn.lienthong.node.outgoing.internal.tracking;

import org.jspecify.annotations.NullMarked;
