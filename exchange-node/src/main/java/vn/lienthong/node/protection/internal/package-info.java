/** How keys at rest are kept. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.protection.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
