package vn.lienthong.node.outgoing.internal.tracking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Delay;
import vn.lienthong.node.delivery.Delays;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.sending.FurtherParcels;
import vn.lienthong.node.outgoing.internal.tracking.SentStates.Fate;
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
    private final Delays delays;
    private final EvidenceBook book;
    private final DirectoryView directory;
    private final InstantSource clock;

    SentReach(
            Dispatches dispatches,
            FurtherParcels further,
            Statements statements,
            Delays delays,
            EvidenceBook book,
            DirectoryView directory,
            InstantSource clock) {
        this.dispatches = dispatches;
        this.further = further;
        this.statements = statements;
        this.delays = delays;
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
        List<Dispatch.Leg> legs = legs(document);
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
    List<Dispatch.Leg> legs(Outgoing document) {
        Map<AgencyCode, Dispatch.Leg> legs = new LinkedHashMap<>();
        for (Dispatch dispatch : dispatches(document)) {
            dispatch.deliveries().forEach(leg -> legs.put(leg.recipient(), leg));
        }
        return List.copyOf(legs.values());
    }

    /** Whether it has not arrived at somebody's system yet, or not left. */
    boolean isUnderWay(Outgoing document) {
        return legs(document).stream()
                .anyMatch(leg -> leg.stage() == DeliveryStage.QUEUED || leg.stage() == DeliveryStage.IN_TRANSIT);
    }

    /** Whether somebody who has it has not said that it is done. */
    boolean isUnanswered(Outgoing document) {
        return rows(document).stream().anyMatch(Tracked::isUnanswered);
    }

    /** Every recipient of a document, those that need somebody first; nobody before it left. */
    List<Tracked> rows(Outgoing document) {
        Map<AgencyCode, Tracked> rows = new LinkedHashMap<>();
        Instant now = clock.instant();
        List<Dispatch> all = dispatches(document);
        Map<ParcelId, Map<AgencyCode, Standing>> standings = standings(all);
        Map<ParcelId, Map<AgencyCode, Delay>> held = held(all);
        for (Dispatch dispatch : all) {
            Map<AgencyCode, Map<String, Instant>> times = times(dispatch.parcelId());
            for (Dispatch.Leg leg : dispatch.deliveries()) {
                Map<String, Instant> own = new HashMap<>(times.getOrDefault(leg.recipient(), Map.of()));
                own.put("sent", dispatch.createdAt());
                ParcelId parcel = dispatch.parcelId();
                Standing standing = standings.getOrDefault(parcel, Map.of()).get(leg.recipient());
                Delay delay = held.getOrDefault(parcel, Map.of()).get(leg.recipient());
                rows.put(
                        leg.recipient(),
                        new Tracked(leg, name(leg.recipient(), now), parcel, own, standing, delay, now));
            }
        }
        return rows.values().stream()
                .sorted(Comparator.comparingInt(SentReach::order).thenComparing(Tracked::name))
                .toList();
    }

    private Map<ParcelId, Map<AgencyCode, Standing>> standings(List<Dispatch> all) {
        Map<ParcelId, Map<AgencyCode, Standing>> standings = new HashMap<>();
        statements
                .standings(all.stream().map(Dispatch::parcelId).toList())
                .forEach((parcel, of) -> standings.put(
                        parcel, of.stream().collect(Collectors.toMap(Standing::recipient, Function.identity()))));
        return standings;
    }

    private Map<ParcelId, Map<AgencyCode, Delay>> held(List<Dispatch> all) {
        return delays.of(all.stream().map(Dispatch::parcelId).toList()).stream()
                .collect(Collectors.groupingBy(Delay::parcel, Collectors.toMap(Delay::recipient, Function.identity())));
    }

    /** What became of a document at each recipient, with those for whom it was stopped just now. */
    List<Fate> fates(Outgoing document, Set<AgencyCode> stopped) {
        Map<AgencyCode, Fate> fates = new LinkedHashMap<>();
        List<Dispatch> all = dispatches(document);
        Map<ParcelId, Map<AgencyCode, Standing>> standings = standings(all);
        for (Dispatch dispatch : all) {
            Map<AgencyCode, Standing> said = standings.getOrDefault(dispatch.parcelId(), Map.of());
            dispatch.deliveries()
                    .forEach(leg -> fates.put(
                            leg.recipient(),
                            stopped.contains(leg.recipient()) ? Fate.BACK : fate(leg, said.get(leg.recipient()))));
        }
        return List.copyOf(fates.values());
    }

    static Fate fate(Dispatch.Leg leg, @Nullable Standing standing) {
        Known status = standing == null ? null : standing.status();
        if (status == Known.AGREED || leg.stage() == DeliveryStage.RECALLED) {
            return Fate.BACK;
        }
        boolean never =
                status == Known.REFUSED || leg.stage() == DeliveryStage.REFUSED || leg.stage() == DeliveryStage.EXPIRED;
        return never ? Fate.NEVER : Fate.WITH_THEM;
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
