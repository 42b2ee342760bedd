package vn.lienthong.crypto.log;

import java.util.List;

/** The outcome of verifying a note against keys. */
public sealed interface NoteCheck {

    /**
     * At least one known key has signed, and no signature of a known key is bad.
     *
     * @param signatures the good ones, one per key, in the order of the note; lines of unknown keys are left out
     */
    record Verified(List<VerifiedSignature> signatures) implements NoteCheck {

        /** Copies the list. */
        public Verified {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * The text must not be relied on.
     *
     * @param reason why
     */
    record Rejected(Reason reason) implements NoteCheck {}

    /** Why a note is rejected. */
    enum Reason {
        /** No known key has signed. */
        NO_KNOWN_KEY,
        /** A line bears name and id of a known key, and is not its signature. */
        BAD_SIGNATURE
    }
}
