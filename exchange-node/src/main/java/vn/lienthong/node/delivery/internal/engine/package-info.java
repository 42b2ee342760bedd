/** Claims what is due, has it carried, and records what came of it. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
