/** Documents that arrived: taken over REST by programs, shown to people by the pages. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.internal.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
