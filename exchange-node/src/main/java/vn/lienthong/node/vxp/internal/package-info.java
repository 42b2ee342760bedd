/** Operations, signatures and secrets of the gateway door. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.vxp.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
