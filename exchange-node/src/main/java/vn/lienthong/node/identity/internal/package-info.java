/** Accounts, keys and attempts as they are stored, and the checks that read them. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.identity.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
