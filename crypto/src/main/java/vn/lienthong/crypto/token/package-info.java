/** Keys that live in a token (PKCS#11): making, listing and using them, and what can go wrong with it. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
