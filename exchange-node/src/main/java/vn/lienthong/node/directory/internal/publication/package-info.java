/** Publications at rest and in memory, the same at both sides. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal.publication;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
