/** Where sent documents are. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing.internal.tracking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
