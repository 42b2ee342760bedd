/**
 * What happened to the documents of an agency, as a feed for its programs and for webhooks.
 *
 * <p>Guarantees: an event exists if and only if what it tells was committed; whoever follows the cursor sees each event once and
 * none too late, however many transactions write at once (ADR 9 does the same for the log). Events carry identities and codes,
 * never a subject or a name. They are kept 90 days.
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "delivery",
            "directory",
            "evidence",
            "gateway",
            "identity",
            "keys",
            "platform",
            "statement"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
