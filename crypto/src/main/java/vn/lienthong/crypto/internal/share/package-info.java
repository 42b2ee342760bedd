/** How shares are sealed. */
@CheckReturnValue
@NullMarked
package vn.lienthong.crypto.internal.share;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
