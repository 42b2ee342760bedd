/** PKCS#11 through the platform's provider: finding the token, logging in again, trying again. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
