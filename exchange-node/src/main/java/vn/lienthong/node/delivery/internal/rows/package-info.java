/** The rows of the delivery tables. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.rows;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
