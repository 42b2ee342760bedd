package vn.lienthong.node.secret;

import java.util.List;

/**
 * The second person's part, and what both may do afterwards.
 *
 * <p>Guarantees: whoever composed a document never releases it; an approval holds for exactly the statement that was shown; until the
 * cooling-off is over either of the two stops it; it is sent once.
 */
public interface SecretReleases {

    /** What waits for the caller's decision, oldest first. */
    SecretAnswer<List<DraftView>> waiting(SecretCaller caller);

    /** What the caller has decided on, newest first, at most 200. */
    SecretAnswer<List<DraftView>> decided(SecretCaller caller);

    /** One document that waits for the caller, or was decided on by the caller. */
    SecretAnswer<DraftView> find(SecretCaller caller, DraftId id);

    /** Opens a file to read it before deciding; needs unlocked keys. */
    SecretAnswer<SecretContent> file(SecretCaller caller, DraftId id, int number);

    /**
     * Signs the same statement and begins the cooling-off; needs unlocked keys and the second factor.
     *
     * @param statement digest of the statement that was shown, as {@link DraftView#statement}
     */
    SecretAnswer<DraftView> approve(SecretCaller caller, DraftId id, String statement);

    /**
     * Gives it back to its composer; needs unlocked keys.
     *
     * @param words for the composer, at most 400 characters, kept sealed
     */
    SecretAnswer<DraftView> refuse(SecretCaller caller, DraftId id, String words);

    /** Stops it while it cools off: it is the composer's draft again. By the composer or the releaser. */
    SecretAnswer<DraftView> stop(SecretCaller caller, DraftId id);

    /** Where each recipient stands. For the composer and the releaser. */
    SecretAnswer<List<RecipientLine>> followed(SecretCaller caller, DraftId id);

    /**
     * Takes it back from those recipients that have not taken it over. By the composer or the releaser; needs the second factor.
     *
     * @return how many recipients will not get it
     */
    SecretAnswer<Integer> recall(SecretCaller caller, DraftId id, String reason);
}
