/**
 * The SOAP door for document-management systems ({@code docs/soap-api.md}): the same use cases, rules and error codes as the REST
 * door, by a contract that was written first.
 *
 * <p>Guarantees: attachments are streamed, never held in memory and never readable on disk; the SOAP part is bounded and was checked
 * before any tree is built of it; every refusal is a fault with an entry of the catalogue.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "delivery",
            "desk :: door",
            "directory",
            "documents",
            "edxml",
            "evidence",
            "gateway",
            "identity",
            "platform",
            "statement",
            "statement :: door",
            "storage",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.soap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
