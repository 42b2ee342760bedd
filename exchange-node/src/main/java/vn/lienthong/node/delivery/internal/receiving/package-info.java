/** Takes parcels in: the checks of {@code docs/protocol §6}, the doors of §5, and the one transaction of acceptance. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.receiving;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
