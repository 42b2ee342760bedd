/** What both roles need. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
