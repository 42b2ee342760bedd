/** Evidence on its way back to senders, and evidence that comes from the nodes of recipients ({@code docs/protocol §5.3}). */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.evidencing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
