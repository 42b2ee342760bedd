/** Keys as immutable values, where they come from and how they are kept at rest. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.key;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
