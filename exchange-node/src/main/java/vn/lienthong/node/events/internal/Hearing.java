package vn.lienthong.node.events.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.node.delivery.Arrival;
import vn.lienthong.node.delivery.ArrivalListener;
import vn.lienthong.node.delivery.DispatchListener;
import vn.lienthong.node.delivery.MovedDelivery;
import vn.lienthong.node.delivery.SecretMarks;
import vn.lienthong.node.delivery.SettledEntry;
import vn.lienthong.node.delivery.SettlementListener;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.AgencyNews;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.evidence.ReceiptListener;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.StatementListener;

/** Makes events of what deliveries and statements tell, in their transactions. */
@InNodeRole
@Component
class Hearing implements ArrivalListener, SettlementListener, DispatchListener, StatementListener, ReceiptListener {

    private final AgencyEvents events;
    private final SecretMarks secrets;

    Hearing(AgencyEvents events, SecretMarks secrets) {
        this.events = events;
        this.secrets = secrets;
    }

    @Override
    public void arrived(List<Arrival> arrivals) {
        events.record(arrivals.stream().map(Hearing::news).toList());
    }

    private static AgencyNews news(Arrival arrival) {
        return new AgencyNews(
                arrival.recipient(),
                EventType.INBOX_ARRIVED,
                arrival.parcelId(),
                arrival.entryId(),
                arrival.sender(),
                null,
                null,
                null);
    }

    @Override
    public void settled(SettledEntry entry) {
        events.record(List.of(new AgencyNews(
                entry.recipient(),
                EventType.INBOX_SETTLED,
                entry.parcelId(),
                entry.entryId(),
                entry.sender(),
                null,
                word(entry.state()),
                entry.reasons().isEmpty()
                        ? null
                        : entry.reasons().getFirst().code().code())));
    }

    @Override
    public void accepted(ParcelId parcel, AgencyCode sender) {
        events.record(
                List.of(new AgencyNews(sender, EventType.DISPATCH_ACCEPTED, parcel, null, null, null, null, null)));
    }

    @Override
    public void moved(List<MovedDelivery> moves) {
        events.record(moves.stream().flatMap(Hearing::news).toList());
    }

    private static Stream<AgencyNews> news(MovedDelivery move) {
        return type(move).stream()
                .map(type -> new AgencyNews(
                        move.sender(),
                        type,
                        move.parcelId(),
                        null,
                        move.recipient(),
                        null,
                        word(move.stage()),
                        move.reasonCode()));
    }

    private static Optional<EventType> type(MovedDelivery move) {
        return switch (move.stage()) {
            case QUEUED, IN_TRANSIT -> Optional.empty();
            case CONSIGNED -> Optional.of(EventType.DISPATCH_CONSIGNED);
            case HANDED_OVER -> Optional.of(EventType.DISPATCH_HANDED_OVER);
            case REFUSED -> Optional.of(EventType.DISPATCH_REFUSED);
            case EXPIRED -> Optional.of(EventType.DISPATCH_EXPIRED);
            case RECALLED -> Optional.of(EventType.DISPATCH_RECALLED);
        };
    }

    @Override
    public void arrived(KeptStatement kept) {
        Statement statement = kept.statement();
        StatementSubject subject = statement.subject();
        events.record(List.of(new AgencyNews(
                subject.to(),
                EventType.STATEMENT_RECEIVED,
                subject.parcelId(),
                null,
                subject.from(),
                statement.id(),
                status(statement),
                statement.kind().word())));
    }

    @Override
    public void receipted(List<Evidence> handovers) {
        Set<ParcelId> hidden = secrets.among(handovers.stream()
                .map(handover -> handover.subject().parcelId())
                .toList());
        events.record(handovers.stream()
                .map(Evidence::subject)
                .filter(subject -> !hidden.contains(subject.parcelId()))
                .map(subject -> new AgencyNews(
                        subject.sender(),
                        EventType.DISPATCH_RECEIPTED,
                        subject.parcelId(),
                        null,
                        subject.recipient(),
                        null,
                        null,
                        null))
                .toList());
    }

    private static @Nullable String status(Statement statement) {
        return statement.status() == null ? null : statement.status().code();
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
