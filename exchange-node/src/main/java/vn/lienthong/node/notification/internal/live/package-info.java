/** Open pages that hear when something changed. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.notification.internal.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
