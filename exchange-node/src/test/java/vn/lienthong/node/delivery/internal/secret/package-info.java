/** Tests of the regime of state secrets on the wire. */
@NullMarked
package vn.lienthong.node.delivery.internal.secret;

import org.jspecify.annotations.NullMarked;
