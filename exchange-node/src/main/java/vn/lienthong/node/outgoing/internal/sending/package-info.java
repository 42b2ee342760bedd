/** From a finished draft to a numbered document on its way. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing.internal.sending;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
