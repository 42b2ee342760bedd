/**
 * The security officer's desk: finding events, seeing who saw a document, proving what is in the log, alerts, exports, retention
 * and case dossiers, as pages.
 *
 * <p>Guarantees: nothing here shows the content, the subject or a file name of a document; what an officer reads, exports or
 * verifies is itself an event.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit::alert",
            "audit::export",
            "audit::retention",
            "audit::search",
            "calendar",
            "identity",
            "keys",
            "log",
            "platform",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.officer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
