/** The regime of state secrets: the zone of this node, and what only the secret area may ask of dispatches. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.secret;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
