/** Signature algorithms and strict text reading of the tamper-evident log. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
