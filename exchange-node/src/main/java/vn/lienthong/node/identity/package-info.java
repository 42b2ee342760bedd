/**
 * Who may use a node: people with local accounts, document-management systems with API keys, and every refusal of either.
 *
 * <p>Guarantees: passwords and key secrets are stored only as digests, are shown once to whoever created them and never
 * reach a log line. Does not guarantee: that a refusal is recorded for ever; {@link RefusalListener} is where a durable log
 * attaches itself.
 */
@ApplicationModule(allowedDependencies = {"database", "platform", "protection"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
