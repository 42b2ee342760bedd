/**
 * Outgoing documents at the desk: drafts with their files, recipients, signatures, number and dispatch, and where each recipient
 * stands afterwards.
 *
 * <p>Guarantees: files of drafts lie encrypted; saving never sends; what is sent is what was signed; a document is numbered and
 * ordered to be sent in one transaction, once.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "database",
            "delivery",
            "directory",
            "documents",
            "evidence",
            "gateway",
            "identity",
            "keys",
            "listing",
            "notification",
            "platform",
            "register",
            "revocation",
            "search",
            "statement",
            "storage",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.outgoing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
