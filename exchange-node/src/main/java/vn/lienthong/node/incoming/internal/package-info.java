/** How the module is put together. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.incoming.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
