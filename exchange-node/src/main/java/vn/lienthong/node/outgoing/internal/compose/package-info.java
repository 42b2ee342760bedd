/** The page on which a document is made ready. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing.internal.compose;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
