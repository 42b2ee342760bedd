/** The operations, each a call of the use case behind it. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.soap.internal.operation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
