/** The key envelope: sealed to every recipient agency, signed twice by the sender. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.envelope;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
