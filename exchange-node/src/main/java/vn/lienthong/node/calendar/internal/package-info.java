/** How working time is kept, and the administrator's pages. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.calendar.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
