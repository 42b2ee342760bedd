/** Signed statements about deliveries: made by this node, or received from others, checked and kept. */
@ApplicationModule(allowedDependencies = {"keys", "log", "platform"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.evidence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
