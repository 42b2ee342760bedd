/** The reports, and how they are shown and written. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.report.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
