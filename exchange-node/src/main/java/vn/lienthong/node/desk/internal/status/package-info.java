/** What the desk adds to the status of the node. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.internal.status;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
