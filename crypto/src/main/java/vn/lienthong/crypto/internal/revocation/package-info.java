/** OCSP (RFC 6960) and revocation lists (RFC 5280) behind a small API. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.revocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
