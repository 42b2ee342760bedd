/** The work on the folders. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.dropfolder.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
