/** The log in database and files, and its witnesses. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.log.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
