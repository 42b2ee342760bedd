/**
 * Training: agencies that only pretend, documents that are valid nowhere, and six tasks whose end is read from what really happened
 * in this installation. All of it exists only where {@code lienthong.training} is set.
 *
 * <p>Guarantees: simulated agencies act over the same interfaces as programs of real ones, so that the desk shows what it shows on
 * any other day.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "delivery",
            "directory",
            "documents",
            "identity",
            "keys",
            "platform",
            "statement",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.training;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
