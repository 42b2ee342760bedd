/** Key generation, key recognition and key stores. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.key;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
