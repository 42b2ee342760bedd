/**
 * The pages of the secret area: personal keys, desk, composing, release by two persons, reading, need to know and books. Everything is
 * decided by {@code secret}; here it is only shown.
 *
 * <p>Guarantees: for whoever is not cleared every address of the area answers exactly like an unknown path; no page of it is kept by the
 * browser or in a form that waits; pages of documents leave as pictures with the look burnt in; no address, title or message names a
 * document in words.
 */
@ApplicationModule(allowedDependencies = {"delivery", "identity", "platform", "secret", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.secretdesk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
