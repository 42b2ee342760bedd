/** The central directory itself: authority, publications, administration. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal.server;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
