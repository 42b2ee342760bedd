/** Cryptographic building blocks of the exchange. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
