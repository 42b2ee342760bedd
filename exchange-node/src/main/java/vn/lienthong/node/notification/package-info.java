/**
 * Tells people what happened and what presses: in the page, by e-mail and by webhook.
 *
 * <p>Guarantees: what is told in a transaction is told when it is committed and not otherwise; what leaves the node names no
 * document, number or person, only what kind of thing waits and how many; what is sent outside is sent again until it arrives or
 * is given up after days.
 */
@ApplicationModule(
        allowedDependencies = {"calendar", "database", "identity", "keys", "platform", "statement", "web", "webhook"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
