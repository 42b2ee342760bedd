/** Issuing, decoding and checking of X.509 certificates, requests and revocation lists. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.certificate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
