package vn.lienthong.node.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;

/** What the agencies of a person have sent. Implementations show a person only documents of the person's agencies. */
public interface SentOverview {
    /**
     * What was sent, newest first.
     *
     * @param viewer who is looking
     * @param wish which part
     * @return that part
     */
    Page<SentRow> sent(Person viewer, PageWish wish);

    /**
     * One sent document with its journeys.
     *
     * @param viewer who is looking
     * @param id the parcel
     * @return empty when there is none or the viewer may not know of it
     */
    Optional<SentDocument> document(Person viewer, UUID id);

    /**
     * Everything that proves what happened to a document, to be checked offline.
     *
     * @param viewer who is looking
     * @param id the parcel
     * @return empty when there is none yet or the viewer may not know of it
     */
    Optional<Download> evidence(Person viewer, UUID id);

    /**
     * The receipt of the delivery to one recipient on one page, to be handed on.
     *
     * @param viewer who is looking
     * @param id the parcel
     * @param recipient code of the recipient, as it was asked for
     * @return empty when there is none yet or the viewer may not know of it
     */
    Optional<Download> receipt(Person viewer, UUID id, String recipient);

    /**
     * One line of the list.
     *
     * @param id the parcel
     * @param sentAt when it was handed in
     * @param number number and notation as on the document, for example {@code 125/TTr-UBND}
     * @param subject trích yếu; null for documents whose subject must not be shown
     * @param journeys one per recipient, possibly only the first few
     * @param recipients how many there are in all
     */
    record SentRow(
            UUID id,
            Instant sentAt,
            String number,
            @Nullable String subject,
            List<Journey> journeys,
            int recipients) {
        /** Copies the journeys. */
        public SentRow {
            journeys = List.copyOf(journeys);
        }
    }

    /**
     * How far a document got on its way to one recipient.
     *
     * @param code of the recipient
     * @param name of the recipient
     * @param state where it is
     * @param since when it came there
     * @param reason for refusals: in words for people
     */
    record Journey(
            AgencyCode code,
            String name,
            JourneyState state,
            Instant since,
            @Nullable String reason) {}

    /**
     * One step of a journey that is over.
     *
     * @param state what was reached
     * @param at when
     */
    record Step(JourneyState state, Instant at) {}

    /**
     * A journey with everything that happened on it.
     *
     * @param journey where it is now
     * @param steps oldest first
     * @param receipt how its proofs stand
     */
    record FullJourney(Journey journey, List<Step> steps, ReceiptStanding receipt) {
        /** Copies the steps. */
        public FullJourney {
            steps = List.copyOf(steps);
        }
    }

    /**
     * How the receipt of one delivery stands.
     *
     * @param pieces of evidence
     * @param complete how many of them have their proof of the log
     * @param witnesses how many witnesses stand behind the latest of those
     */
    record ReceiptStanding(int pieces, int complete, int witnesses) {

        /** Whether a proof of some piece is still under way. */
        public boolean isPending() {
            return complete < pieces;
        }
    }

    /**
     * A sent document.
     *
     * @param id the parcel
     * @param sentAt when it was handed in
     * @param sender the agency that sent it
     * @param facts what it is
     * @param journeys one per recipient
     */
    record SentDocument(UUID id, Instant sentAt, String sender, DocumentFacts facts, List<FullJourney> journeys) {
        /** Copies the journeys. */
        public SentDocument {
            journeys = List.copyOf(journeys);
        }
    }
}
