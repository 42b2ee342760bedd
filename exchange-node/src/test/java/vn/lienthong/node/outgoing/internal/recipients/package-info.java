/** Tests. */
@NullMarked
package vn.lienthong.node.outgoing.internal.recipients;

import org.jspecify.annotations.NullMarked;
