/**
 * State secrets: people's own keys, drafts, release by two persons, reading, need to know and books. Services; the pages stand apart.
 *
 * <p>Guarantees: the content key of a document is never stored whole; neither the database with the node's keys nor one person's keys
 * open anything; what is written about a document is kept sealed only; every step is recorded. Does not guarantee anything about what
 * people do with what they have read, nor against whoever reads the memory of a running node.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "delivery",
            "directory",
            "documents",
            "identity",
            "notification",
            "platform",
            "protection",
            "storage"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.secret;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
