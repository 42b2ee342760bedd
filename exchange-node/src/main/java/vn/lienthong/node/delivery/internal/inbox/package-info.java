/** What waits for the agencies of this node: leases, reading, hand-over and refusal. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
