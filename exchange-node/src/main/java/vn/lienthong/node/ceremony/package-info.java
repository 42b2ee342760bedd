/**
 * The ceremonies of keys, as pages: what there is, replacing before its time, revoking and destroying by two people, believing new keys
 * of other agencies; and warnings before certificates end. See docs/keys.md.
 *
 * <p>Guarantees: revoking and destroying take two different people; what they decided is carried out also after a crash, each step an
 * event.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "directory",
            "gateway",
            "identity",
            "keys",
            "notification",
            "platform",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.ceremony;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
