/** Tests. */
@NullMarked
package vn.lienthong.node.outgoing.internal.suggestion;

import org.jspecify.annotations.NullMarked;
