/** Endpoints, what waits for them, the calls, the resource and the pages. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.webhook.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
