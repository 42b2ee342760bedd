/** Tests. */
@NullMarked
package vn.lienthong.node.outgoing.internal.sending;

import org.jspecify.annotations.NullMarked;
