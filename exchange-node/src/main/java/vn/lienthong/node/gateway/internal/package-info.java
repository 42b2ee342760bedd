/** The REST edge itself: keys, traces, the one error mapper and the resources. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.gateway.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
