/** How people are told: their list, their choices, and the pages for both. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.notification.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
