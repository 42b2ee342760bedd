/** Key stores on disk, the keys in memory, and the TLS contexts. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.keys.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
