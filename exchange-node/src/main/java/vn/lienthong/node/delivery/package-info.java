/** Documents on their way: dispatches of agencies served here, their transport to other nodes, and the inbox. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit::alert",
            "database",
            "directory",
            "documents",
            "evidence",
            "keys",
            "listener",
            "log",
            "platform",
            "protection",
            "storage"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
