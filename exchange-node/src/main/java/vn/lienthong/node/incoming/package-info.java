/**
 * Documents that arrived, as the people of an agency work on them: receiving, verifying, registering, submitting, instructing and
 * handling. Joins the inbox with registers, statements and calendar; nothing depends on it but reports and search.
 *
 * <p>Guarantees: there is one record per entry of the inbox; every change of a record is one transaction with its history, its
 * security event and whatever number, evidence or statement belongs to it; a person sees documents of the own agencies only.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "database",
            "delivery",
            "directory",
            "documents",
            "identity",
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
package vn.lienthong.node.incoming;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
