package vn.lienthong.node.incoming.internal.record;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.delivery.ArrivalFeed;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.SettledEntry;
import vn.lienthong.node.delivery.SettlementListener;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Extent;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Facts;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Times;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Makes a record of everything that arrives, and notes what programs do with it.
 *
 * <p>Guarantees: one record per entry of the inbox, also of those that arrived before this software knew records.
 */
@Component
@InNodeRole
class ArrivalKeeper implements SettlementListener {

    private static final int BATCH = 200;
    private static final int LONGEST_NAME = 200;

    private final ArrivalFeed feed;
    private final DocumentRows rows;
    private final Steps steps;
    private final Calendars calendars;
    private final ArrivalNews news;
    private final InstantSource clock;

    ArrivalKeeper(
            ArrivalFeed feed,
            DocumentRows rows,
            Steps steps,
            Calendars calendars,
            ArrivalNews news,
            InstantSource clock) {
        this.feed = feed;
        this.rows = rows;
        this.steps = steps;
        this.calendars = calendars;
        this.news = news;
        this.clock = clock;
    }

    /** Keeps the next ones; returns whether there may be more. */
    boolean keepNext() {
        return feed.tell(BATCH, this::keep) == BATCH;
    }

    private void keep(List<ArrivalFeed.Arrival> arrivals) {
        for (ArrivalFeed.Arrival arrival : arrivals) {
            NewDocument document = document(arrival.entry(), arrival.document());
            long id = rows.insert(document);
            steps.write(id, Steps.Doer.PROGRAM, IncomingAct.ARRIVE, document.state(), "");
            news.tell(id, document);
        }
    }

    private NewDocument document(InboxEntry entry, Document document) {
        return new NewDocument(
                entry.recipient(),
                Source.AXIS,
                Optional.of(entry.entryId()),
                Optional.of(entry.parcelId()),
                Optional.empty(),
                state(entry.state()),
                facts(entry, document),
                times(entry, document.metadata()));
    }

    private static IncomingState state(InboxEntry.State state) {
        return switch (state) {
            case ARRIVED -> IncomingState.ARRIVED;
            case HANDED_OVER -> IncomingState.TAKEN_BY_SYSTEM;
            case REFUSED -> IncomingState.REFUSED;
            case WITHDRAWN -> IncomingState.RECALLED;
        };
    }

    private static Facts facts(InboxEntry entry, Document document) {
        DocumentMetadata metadata = document.metadata();
        Integer pages = metadata.other().pageAmount();
        return new Facts(
                entry.urgency(),
                metadata.appointedTime(),
                metadata.secrecy(),
                entry.sender().value(),
                shortened(entry.senderName()),
                metadata.code(),
                metadata.promulgation().date(),
                metadata.type().name(),
                metadata.subject(),
                metadata.signer().fullName(),
                metadata.signer().position(),
                new Extent(
                        document.attachments().size(),
                        document.totalSize(),
                        pages,
                        metadata.other().promulgationAmount(),
                        metadata.business().paper()));
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private Times times(InboxEntry entry, DocumentMetadata metadata) {
        Instant arrived = entry.receivedAt();
        Urgency urgency = Urgency.ofLevel(entry.urgency()).orElse(Urgency.ORDINARY);
        LocalDate due = metadata.dueDate();
        return new Times(
                arrived,
                calendars.clocks().acknowledgeBy(arrived, urgency),
                calendars.clocks().presentBy(arrived, urgency),
                due == null ? usualDue(arrived, urgency, metadata.type().name()) : due);
    }

    private @Nullable LocalDate usualDue(Instant arrived, Urgency urgency, String type) {
        return calendars
                .dueDates()
                .dueBy(arrived, urgency, type)
                .map(WorkingCalendar::date)
                .orElse(null);
    }

    @Override
    public void settled(SettledEntry entry) {
        rows.lockEntry(entry.entryId())
                .filter(document -> document.state() == IncomingState.ARRIVED)
                .ifPresent(document -> settle(document, entry.state()));
    }

    private void settle(IncomingDocument document, InboxEntry.State state) {
        IncomingAct act = switch (state) {
            case REFUSED -> IncomingAct.REFUSE;
            case WITHDRAWN -> IncomingAct.RECALL;
            case HANDED_OVER, ARRIVED -> IncomingAct.HAND_OVER;
        };
        IncomingState next = Objects.requireNonNull(document.state().after(act).orElse(null));
        rows.move(document, next, clock.instant());
        steps.write(document.id(), Steps.Doer.PROGRAM, act, next, "");
    }
}
