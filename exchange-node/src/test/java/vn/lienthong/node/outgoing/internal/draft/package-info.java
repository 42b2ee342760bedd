/** Tests. */
@NullMarked
package vn.lienthong.node.outgoing.internal.draft;

import org.jspecify.annotations.NullMarked;
