/**
 * Webhooks: where programs of an agency are told of its events, and what every call of an address outside needs: checked
 * addresses, signatures, bounded time and size.
 *
 * <p>Guarantees: every event of a chosen type is told at least once, always under the same identity, until the endpoint answers,
 * it is given up after days or the endpoint is removed; what is sent names no document and no person; no address inside is
 * ever connected to unless the installation allows its network.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "directory",
            "events",
            "gateway",
            "identity",
            "keys",
            "platform",
            "protection",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.webhook;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
