package vn.lienthong.node.secret;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;

/**
 * Secret documents on their way to a second person. Only the composer sees a draft.
 *
 * <p>Guarantees: the content key is never stored whole; a draft opens only with the composer's unlocked keys; after submission it opens
 * only with a releaser's, and no longer with the composer's. Every step is recorded with level and identifiers, in its transaction.
 */
public interface SecretDrafts {

    /** The largest file in octets. */
    long LARGEST_FILE = 512L << 20;

    /** The most files. */
    int MOST_FILES = 50;

    /** The most recipients. */
    int MOST_RECIPIENTS = 100;

    /** Begins a draft; needs unlocked keys. */
    SecretAnswer<DraftView> create(SecretCaller caller, SecretFields fields);

    /** The caller's own drafts and what became of them, newest first, at most 200. */
    SecretAnswer<List<DraftView>> mine(SecretCaller caller);

    /** One of the caller's own drafts. */
    SecretAnswer<DraftView> find(SecretCaller caller, DraftId id);

    /**
     * Changes what is written, and to whom it goes.
     *
     * @param version of the draft that was shown
     */
    SecretAnswer<DraftView> edit(
            SecretCaller caller, DraftId id, long version, SecretFields fields, List<AgencyCode> recipients);

    /**
     * Adds a file, sealed while it is read; needs unlocked keys.
     *
     * @param name as the person's machine calls it
     * @throws IOException when the source breaks off or the store fails; nothing of the file is kept then
     */
    SecretAnswer<DraftView> addFile(SecretCaller caller, DraftId id, String name, InputStream source)
            throws IOException;

    /** Removes a file and destroys what was kept of it. */
    SecretAnswer<DraftView> removeFile(SecretCaller caller, DraftId id, int number);

    /** Opens a file; needs unlocked keys. */
    SecretAnswer<SecretContent> file(SecretCaller caller, DraftId id, int number);

    /** People who could release a document of this level: cleared, permitted, not the caller. */
    SecretAnswer<List<SecretPerson>> releasers(SecretCaller caller, Secrecy level);

    /** Everything that stands against submitting it now; empty when nothing does. */
    SecretAnswer<List<SecretAnswer.Hindered<DraftView>>> check(SecretCaller caller, DraftId id);

    /**
     * Signs the release statement with both of the caller's keys and hands the share over to the releasers; needs unlocked keys and the
     * second factor.
     *
     * @param releasers at least one; each alone may release it
     */
    SecretAnswer<DraftView> submit(SecretCaller caller, DraftId id, long version, List<LoginName> releasers);

    /** Takes a submitted draft back: at once nobody can release it any more. */
    SecretAnswer<DraftView> withdraw(SecretCaller caller, DraftId id);

    /** Destroys a draft, or one that was submitted and not approved. */
    SecretAnswer<Boolean> remove(SecretCaller caller, DraftId id);
}
