/** CMS signatures. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal.signature;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
