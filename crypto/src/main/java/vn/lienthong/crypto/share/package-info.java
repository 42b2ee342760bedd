/** Keys in two halves: splitting, sealing a half to one person, and the personal keys that open it. */
@CheckReturnValue
@NullMarked
package vn.lienthong.crypto.share;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
