/** The private keys of this installation: its own as a node, those of the agencies that it serves, and the TLS made of them. */
@ApplicationModule(allowedDependencies = {"listener", "platform", "protection"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.keys;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
