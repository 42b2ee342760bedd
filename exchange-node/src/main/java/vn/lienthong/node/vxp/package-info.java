/**
 * The gateway door: answers what document-management systems with the national kit send today, so that they change one address and
 * keep their code; and the same in the dialect of a provincial platform. See docs/gateway.md.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "delivery",
            "desk :: door",
            "directory",
            "edxml",
            "identity",
            "keys",
            "platform",
            "statement",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.vxp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
