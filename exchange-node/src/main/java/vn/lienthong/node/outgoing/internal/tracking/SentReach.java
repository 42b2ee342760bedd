package vn.lienthong.node.outgoing.internal.tracking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.sending.FurtherParcels;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.Statements;

/** How far sent documents came, from deliveries, evidence and statements. */
@InNodeRole
@Component
class SentReach {

    private final Dispatches dispatches;
    private final FurtherParcels further;
    private final Statements statements;
    private final EvidenceBook book;
    private final DirectoryView directory;
    private final InstantSource clock;

    SentReach(
            Dispatches dispatches,
            FurtherParcels further,
            Statements statements,
            EvidenceBook book,
            DirectoryView directory,
            InstantSource clock) {
        this.dispatches = dispatches;
        this.further = further;
        this.statements = statements;
        this.book = book;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * How far one document came.
     *
     * @param all recipients
     * @param arrived at whose system it is, or was
     * @param taken who took it in
     * @param failed whom it will not reach
     */
    record Sum(int all, int arrived, int taken, int failed) {}

    /** How far a document came; null before it left. */
    @Nullable
    Sum sum(Outgoing document) {
        List<Dispatch.Leg> legs = new ArrayList<>(legs(document).values());
        return legs.isEmpty()
                ? null
                : new Sum(
                        legs.size(),
                        count(legs, DeliveryStage.CONSIGNED, DeliveryStage.HANDED_OVER),
                        count(legs, DeliveryStage.HANDED_OVER),
                        count(legs, DeliveryStage.REFUSED, DeliveryStage.EXPIRED));
    }

    private static int count(List<Dispatch.Leg> legs, DeliveryStage... stages) {
        return (int) legs.stream()
                .filter(leg -> List.of(stages).contains(leg.stage()))
                .count();
    }

    private List<Dispatch> dispatches(Outgoing document) {
        ParcelId first = document.release().parcelId();
        return first == null
                ? List.of()
                : Stream.concat(Stream.of(first), further.of(document.id()).stream())
                        .flatMap(parcel -> dispatches.find(document.agency(), parcel).stream())
                        .toList();
    }

    /** The latest delivery to each recipient. */
    private Map<AgencyCode, Dispatch.Leg> legs(Outgoing document) {
        Map<AgencyCode, Dispatch.Leg> legs = new LinkedHashMap<>();
        for (Dispatch dispatch : dispatches(document)) {
            dispatch.deliveries().forEach(leg -> legs.put(leg.recipient(), leg));
        }
        return legs;
    }

    /** Every recipient of a document, those that need somebody first; nobody before it left. */
    List<Tracked> rows(Outgoing document) {
        Map<AgencyCode, Tracked> rows = new LinkedHashMap<>();
        Instant now = clock.instant();
        for (Dispatch dispatch : dispatches(document)) {
            Map<AgencyCode, Map<String, Instant>> times = times(dispatch.parcelId());
            for (Dispatch.Leg leg : dispatch.deliveries()) {
                Map<String, Instant> own = new HashMap<>(times.getOrDefault(leg.recipient(), Map.of()));
                own.put("sent", dispatch.createdAt());
                Standing standing = statements
                        .standing(dispatch.parcelId(), leg.recipient())
                        .orElse(null);
                rows.put(leg.recipient(), new Tracked(leg, name(leg.recipient(), now), own, standing, now));
            }
        }
        return rows.values().stream()
                .sorted(Comparator.comparingInt(SentReach::order).thenComparing(Tracked::name))
                .toList();
    }

    private static int order(Tracked row) {
        return row.mark().equals("failed") ? 0 : row.late() != null ? 1 : 2;
    }

    /** The parcel in which the document went to a recipient last. */
    Optional<ParcelId> parcel(Outgoing document, AgencyCode recipient) {
        return dispatches(document).stream()
                .filter(dispatch -> dispatch.deliveries().stream()
                        .anyMatch(leg -> leg.recipient().equals(recipient)))
                .map(Dispatch::parcelId)
                .reduce((_, later) -> later);
    }

    private String name(AgencyCode code, Instant now) {
        return directory
                .current()
                .agency(code, now)
                .map(entry -> entry.agency().name())
                .orElse(code.value());
    }

    private Map<AgencyCode, Map<String, Instant>> times(ParcelId parcel) {
        Map<AgencyCode, Map<String, Instant>> times = new HashMap<>();
        for (StoredEvidence stored : book.ofParcel(parcel)) {
            Evidence evidence = stored.evidence();
            AgencyCode recipient = evidence.subject().recipient();
            if (recipient != null) {
                Map<String, Instant> own = times.computeIfAbsent(recipient, _ -> new HashMap<>());
                var _ = own.putIfAbsent(what(evidence.event()), Objects.requireNonNull(evidence.time()));
            }
        }
        return times;
    }

    private static String what(EvidenceEvent event) {
        return switch (event) {
            case SUBMISSION_ACCEPTANCE -> "sent";
            case CONTENT_CONSIGNMENT -> "arrived";
            case CONTENT_HANDOVER -> "taken";
            case SUBMISSION_REJECTION,
                    RELAY_FAILURE,
                    CONSIGNMENT_REJECTION,
                    ACCEPTANCE_REJECTION_EXPIRY,
                    CONTENT_CONSIGNMENT_FAILURE,
                    CONTENT_HANDOVER_FAILURE -> "failed";
        };
    }
}
