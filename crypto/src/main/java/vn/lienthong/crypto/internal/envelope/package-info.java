/** The CMS form of the key envelope. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.envelope;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
