/** Erasing private parts and holding them. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.internal.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
