/** The ways to other nodes: batches, resumable uploads, and the way to this node itself. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.transport;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
