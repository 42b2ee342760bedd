/**
 * The desk of a sending agency: hands documents in, follows them and shows their evidence, over REST for programs and as the
 * pages of people. Joins the edges with the delivery; nothing depends on it.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit::export",
            "client :: proof",
            "database",
            "delivery",
            "directory",
            "documents",
            "edxml",
            "evidence",
            "gateway",
            "identity",
            "keys",
            "log",
            "platform",
            "storage",
            "timestamp",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
