/** Asks the timestamp authority, with bounds on time and number. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.timestamp.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
