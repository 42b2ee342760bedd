/** Signed statements that something happened to a delivery, and the check of a chain of them. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.evidence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
