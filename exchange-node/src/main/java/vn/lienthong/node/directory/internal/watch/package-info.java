/** What a node watches in the directory: its own entries, and that everybody is shown the same. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal.watch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
