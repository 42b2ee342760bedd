/** The directory as a signed log of changes and the snapshot folded from it. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.directory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
