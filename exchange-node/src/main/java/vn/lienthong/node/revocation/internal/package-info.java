/** Answers on disk, calls outside, and the rule that makes a standing of them. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.revocation.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
