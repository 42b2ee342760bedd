/** How the books are kept. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.register.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
