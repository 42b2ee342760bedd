/**
 * Statements that agencies make about documents between them: statuses, recall, update, replacement, correction, reminder. Signed by
 * the agency, kept at both ends, in any order and twice without harm.
 *
 * <p>For other modules: {@link vn.lienthong.node.statement.Statements} and {@link vn.lienthong.node.statement.StatementListener}.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "delivery",
            "directory",
            "evidence",
            "gateway",
            "identity",
            "keys",
            "log",
            "platform",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.statement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
