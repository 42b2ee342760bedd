/** The release of a state secret by two persons: what both sign, and how the recipient checks it. */
@CheckReturnValue
@NullMarked
package vn.lienthong.core.release;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
