/** The only place that reads and writes octets of the protocol; strict in both directions. Only nodes depend on it. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
