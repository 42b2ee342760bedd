/** Documents on their way out, from the first word typed. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing.internal.draft;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
