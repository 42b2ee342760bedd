/** When what was counted is written. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.calls.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
