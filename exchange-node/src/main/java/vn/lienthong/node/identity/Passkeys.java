package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys (WebAuthn level 2): keys in devices of a person, each bound to the domain of this node, so that nothing typed can be
 * fished for.
 *
 * <p>Guarantees: one challenge takes one answer; an answer counts only for the domain, the origin and the purpose it was asked for; a
 * counter that goes back is refused; only public keys are stored.
 */
public interface Passkeys {
    /** How many an account may have. */
    int MOST = 10;

    /**
     * The passkeys of an account.
     *
     * @param login whose
     * @return the oldest first
     */
    List<PasskeyFacts> of(LoginName login);

    /**
     * Tells whether an account has any.
     *
     * @param login whose
     * @return true when it has
     */
    boolean active(LoginName login);

    /**
     * Begins to add one.
     *
     * @param person whose
     * @param site where
     * @return what the browser needs
     */
    Begun beginAdding(Person person, Site site);

    /**
     * Finishes adding.
     *
     * @param challenge as begun
     * @param answer of the browser, of any content
     * @param name what the person calls it
     * @param site where
     * @return what came of it; adding and its event are one transaction
     */
    Adding add(PasskeyChallenge challenge, String answer, String name, Site site);

    /**
     * Begins to ask for one.
     *
     * @param login whose must answer; null: whoever has one that checks its owner
     * @param site where
     * @return what the browser needs
     */
    Begun beginProof(@Nullable LoginName login, Site site);

    /**
     * Judges an answer.
     *
     * @param challenge as begun
     * @param answer of the browser, of any content
     * @param site where
     * @param address the network address
     * @return what it is worth
     */
    Proof prove(PasskeyChallenge challenge, String answer, Site site, String address);

    /**
     * Takes one away.
     *
     * @param person whose
     * @param passkey which
     * @return what came of it; removing and its event are one transaction
     */
    Removal remove(Person person, long passkey);

    /**
     * Where passkeys are used.
     *
     * @param domain to which they are bound
     * @param origin that the browser must state, {@code https} and the domain, with its port
     */
    record Site(String domain, String origin) {}

    /**
     * A passkey as its owner sees it.
     *
     * @param id number
     * @param name what the person calls it
     * @param createdAt when it was added
     * @param usedAt when it was used last, or null for never
     */
    record PasskeyFacts(
            long id,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt) {}

    /**
     * What was begun.
     *
     * @param challenge to be kept in the session
     * @param options to be sent to the browser, JSON
     */
    record Begun(PasskeyChallenge challenge, String options) {}

    /** What came of adding. */
    enum Adding {
        /** It is there. */
        ADDED,
        /** The answer does not hold. */
        REFUSED,
        /** The account has as many as it may. */
        TOO_MANY
    }

    /** What came of removing. */
    enum Removal {
        /** It is gone. */
        REMOVED,
        /** There was none such. */
        NOTHING,
        /** The role needs a second factor and this is the last one. */
        LAST_FACTOR
    }

    /** What an answer is worth. */
    sealed interface Proof {}

    /**
     * It holds.
     *
     * @param person whose passkey it is
     */
    record Proven(Person person) implements Proof {}

    /**
     * It does not: forged, of another challenge, too late, unknown. Deliberately not told apart.
     *
     * @param whose of whom it was asked, empty when of nobody in particular
     */
    record Refused(Optional<LoginName> whose) implements Proof {}

    /**
     * Too many failures; it was not looked at.
     *
     * @param until when it may be tried again
     */
    record Throttled(Instant until) implements Proof {}
}
