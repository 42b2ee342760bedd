/** Certificates: the exchange's own authority, decoding, and checks against a trust anchor. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.certificate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
