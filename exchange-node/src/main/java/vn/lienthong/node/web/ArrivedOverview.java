package vn.lienthong.node.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.identity.Person;

/** What arrived for the agencies of a person. Implementations show a person only documents of the person's agencies. */
public interface ArrivedOverview {
    /**
     * What arrived, newest first.
     *
     * @param viewer who is looking
     * @param wish which part
     * @return that part
     */
    Page<ArrivedRow> arrived(Person viewer, PageWish wish);

    /**
     * One document that arrived.
     *
     * @param viewer who is looking
     * @param id the inbox entry
     * @return empty when there is none or the viewer may not know of it
     */
    Optional<ArrivedDocument> document(Person viewer, long id);

    /**
     * One file of it. Whether taking a file hands the document over is the implementation's to decide and to record.
     *
     * @param viewer who is looking
     * @param id the inbox entry
     * @param number of the file, from 1
     * @return empty when there is none or the viewer may not know of it
     */
    Optional<Download> file(Person viewer, long id, int number);

    /**
     * The package as the sender signed it.
     *
     * @param viewer who is looking
     * @param id the inbox entry
     * @return empty when there is none or the viewer may not know of it
     */
    Optional<Download> signedPackage(Person viewer, long id);

    /**
     * One line of the list.
     *
     * @param id the inbox entry
     * @param arrivedAt when it was durable here
     * @param sender name of the sending agency
     * @param number number and notation as on the document; null while it is still sealed
     * @param subject trích yếu; null when sealed or not to be shown
     * @param state what became of it
     */
    record ArrivedRow(
            long id,
            Instant arrivedAt,
            String sender,
            @Nullable String number,
            @Nullable String subject,
            ArrivalState state) {}

    /**
     * A document that arrived.
     *
     * @param id the inbox entry
     * @param arrivedAt when it was durable here
     * @param sender name and code of the sending agency
     * @param state what became of it
     * @param facts what it is
     * @param verification what the check of its signatures said
     */
    record ArrivedDocument(
            long id,
            Instant arrivedAt,
            String sender,
            ArrivalState state,
            DocumentFacts facts,
            Verification verification) {}

    /**
     * What the check of the signatures said, as sentences for people.
     *
     * @param verdict the whole in one word
     * @param sentence who signed, when, and whether it holds
     * @param details one sentence per signature or certificate
     */
    record Verification(Verdict verdict, String sentence, List<String> details) {
        /** Copies the details. */
        public Verification {
            details = List.copyOf(details);
        }
    }

    /** The outcome of a check. */
    enum Verdict {
        /** Everything holds. */
        VALID,
        /** Something could not be decided, such as an unreachable revocation list. */
        UNDECIDED,
        /** Something is wrong. */
        INVALID
    }
}
