/**
 * Pages about the rights of people: who holds which role where, what roles carry, who is cleared, what is wrong with all of it.
 *
 * <p>Guarantees: shows no document, no subject and no event; what takes effect on others asks for a second factor first.
 */
@ApplicationModule(
        allowedDependencies = {"audit", "database", "directory", "identity", "keys", "notification", "platform", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.people;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
