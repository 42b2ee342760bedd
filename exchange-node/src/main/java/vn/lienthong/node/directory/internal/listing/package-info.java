/** What people and systems see of the directory, the same at both sides. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal.listing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
