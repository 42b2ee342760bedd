/** Measures the copy of a directory of national size; a tool, no part of a server. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal.measure;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
