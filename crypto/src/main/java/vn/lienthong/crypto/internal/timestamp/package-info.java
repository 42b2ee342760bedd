/** The ASN.1 side of timestamps (RFC 3161, RFC 5816). */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.timestamp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
