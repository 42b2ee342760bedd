/** The two doors of a node: the port of people and systems, and the port of other nodes. */
@ApplicationModule(allowedDependencies = {"platform"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.listener;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
