/** How a node that others cannot connect to gets what is for it, on both sides ({@code docs/protocol §5.7}). */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.pulling;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
