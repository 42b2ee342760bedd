/** The form of SOAP messages: framing, the guard in front of every parser, attachments as they stream. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.soap.internal.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
