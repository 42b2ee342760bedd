/**
 * Administration of how programs of agencies are connected: their keys, what integrators need to read, the sandbox, who may do what,
 * and what is misconfigured; at every installation the agencies of the directory as a tree.
 *
 * <p>Guarantees: shows no secret except a key that was just issued, once.
 */
@ApplicationModule(allowedDependencies = {"directory", "identity", "platform", "sandbox", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.integration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
