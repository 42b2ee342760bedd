/**
 * Security events: one versioned catalogue, recorded in the transaction of what they describe, each an entry of the append-only log.
 *
 * <p>Guarantees: an entry of the log holds no personal data, subject or file name; names, addresses and devices are in a private
 * part to which the entry is bound by a salted digest, so that they can be erased without breaking the log. Nothing is dropped
 * silently: what comes in floods is counted and recorded as a sum.
 */
@ApplicationModule(allowedDependencies = {"database", "identity", "keys", "log", "platform", "protection"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
