/** Writing exports and dossiers, and shipping to a collector. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.internal.export;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
