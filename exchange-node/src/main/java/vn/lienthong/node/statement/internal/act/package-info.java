/** What senders and recipients do with documents after they were sent. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.statement.internal.act;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
