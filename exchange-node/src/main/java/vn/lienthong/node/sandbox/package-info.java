/**
 * The sandbox: an installation where programs of agencies try themselves out against simulated recipients, whose clock can be
 * moved, and get a report of what they did. All of it exists only where {@code lienthong.sandbox} is set.
 *
 * <p>Guarantees: simulated agencies act over the same interfaces as real ones; the checklist is read from what really happened.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "delivery",
            "directory",
            "gateway",
            "identity",
            "keys",
            "platform",
            "statement",
            "training :: simulation",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.sandbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
