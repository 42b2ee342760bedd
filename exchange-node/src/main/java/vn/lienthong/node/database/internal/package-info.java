/** Finding, initialising, starting and stopping the embedded server; the connection pool. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.database.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
