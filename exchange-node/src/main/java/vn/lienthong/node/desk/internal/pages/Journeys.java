package vn.lienthong.node.desk.internal.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.web.JourneyState;
import vn.lienthong.node.web.SentOverview.FullJourney;
import vn.lienthong.node.web.SentOverview.Journey;
import vn.lienthong.node.web.SentOverview.ReceiptStanding;
import vn.lienthong.node.web.SentOverview.Step;

/**
 * Deliveries in the words of the pages.
 *
 * @param directory names the recipients
 * @param now the moment of the names
 */
record Journeys(DirectorySnapshot directory, Instant now) {

    /** Returns the name of the agency; its code when the directory does not list it any more. */
    String name(AgencyCode code) {
        return directory.agency(code, now).map(entry -> entry.agency().name()).orElse(code.value());
    }

    Journey of(Dispatch.Leg leg) {
        return new Journey(leg.recipient(), name(leg.recipient()), state(leg.stage()), leg.since(), reason(leg));
    }

    /** A journey with its steps, which are what there is evidence of. */
    FullJourney full(Dispatch.Leg leg, List<StoredEvidence> evidence, ReceiptStanding receipt) {
        Stream<Step> proven = evidence.stream()
                .map(StoredEvidence::evidence)
                .filter(piece -> concerns(piece, leg.recipient()))
                .map(piece -> new Step(reached(piece, leg), piece.time()));
        return new FullJourney(of(leg), proven.toList(), receipt);
    }

    private static boolean concerns(Evidence piece, AgencyCode recipient) {
        AgencyCode about = piece.subject().recipient();
        return about == null || about.equals(recipient);
    }

    private static JourneyState reached(Evidence piece, Dispatch.Leg leg) {
        return switch (piece.event()) {
            case SUBMISSION_ACCEPTANCE -> JourneyState.QUEUED;
            case CONTENT_CONSIGNMENT -> JourneyState.CONSIGNED;
            case CONTENT_HANDOVER -> JourneyState.HANDED_OVER;
            case SUBMISSION_REJECTION,
                    RELAY_FAILURE,
                    CONSIGNMENT_REJECTION,
                    ACCEPTANCE_REJECTION_EXPIRY,
                    CONTENT_CONSIGNMENT_FAILURE,
                    CONTENT_HANDOVER_FAILURE ->
                leg.stage() == DeliveryStage.EXPIRED || leg.stage() == DeliveryStage.RECALLED
                        ? state(leg.stage())
                        : JourneyState.REFUSED;
        };
    }

    private static JourneyState state(DeliveryStage stage) {
        return switch (stage) {
            case QUEUED -> JourneyState.QUEUED;
            case IN_TRANSIT -> JourneyState.IN_TRANSIT;
            case CONSIGNED -> JourneyState.CONSIGNED;
            case HANDED_OVER -> JourneyState.HANDED_OVER;
            case REFUSED -> JourneyState.REFUSED;
            case EXPIRED -> JourneyState.EXPIRED;
            case RECALLED -> JourneyState.RECALLED;
        };
    }

    private static @Nullable String reason(Dispatch.Leg leg) {
        return Optional.ofNullable(leg.reasonCode())
                .flatMap(ErrorCode::find)
                .map(code -> code.vietnamese() + " (" + code.code() + ")")
                .orElse(null);
    }
}
