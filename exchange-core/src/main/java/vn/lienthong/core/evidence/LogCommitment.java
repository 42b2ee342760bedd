package vn.lienthong.core.evidence;

import java.util.Arrays;
import java.util.Optional;
import vn.lienthong.core.value.Sha256;

/**
 * What an entry of a public log says of something that is not public: its kind and its digest.
 *
 * <p>Anybody may read a log, but who writes to whom and what happened at a node is nobody else's business. Whoever holds the
 * content can prove its place; who does not learns only that there is something. The contents carry identifiers with 74 random
 * bits, so that a digest cannot be found by guessing.
 *
 * @param kind what the content is
 * @param sha256 digest of the content's octets
 */
public record LogCommitment(Kind kind, Sha256 sha256) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** The longest encoding in octets. */
    public static final int MAX_OCTETS = 256;

    /** What the content is. */
    public enum Kind {
        /** The octets of a signed evidence. */
        EVIDENCE("evidence"),
        /** The octets of a security event. */
        EVENT("event"),
        /** The octets of a signed statement of an agency. */
        STATEMENT("statement");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The value on the wire. */
        public String word() {
            return word;
        }

        /** Finds a kind by its value on the wire. */
        public static Optional<Kind> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /** The commitment to this evidence. */
    public static LogCommitment to(SignedEvidence evidence) {
        return new LogCommitment(Kind.EVIDENCE, evidence.sha256());
    }
}
