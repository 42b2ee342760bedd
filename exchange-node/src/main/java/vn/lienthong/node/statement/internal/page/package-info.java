/** The pages C12 (recall, replace, correct at the sender) and C13 (a request that came). */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.statement.internal.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
