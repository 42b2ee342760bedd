/** Recording: preparation, storage, group commit. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
