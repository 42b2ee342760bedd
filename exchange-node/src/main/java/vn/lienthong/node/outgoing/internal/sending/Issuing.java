package vn.lienthong.node.outgoing.internal.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.History.Deed;
import vn.lienthong.node.outgoing.internal.draft.Journal;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.NumberAnswer;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.NothingHereException;

/**
 * Numbers documents and orders them to be sent, and takes the order back as long as nothing has left.
 *
 * <p>Guarantees: number and order are one transaction; a document gets its number once and keeps it, also when the order is taken
 * back; a draft that is thrown away with a number leaves a cancelled number in the register; what the checks forbid is not issued.
 */
@InNodeRole
@Service
public class Issuing {

    /** So long an order can be taken back, unless the document is express. */
    public static final Duration SECOND_THOUGHTS = Duration.ofSeconds(30);

    private final Drafts drafts;
    private final OutgoingRows rows;
    private final Preflight preflight;
    private final OutgoingNumbering numbering;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;

    Issuing(
            Drafts drafts,
            OutgoingRows rows,
            Preflight preflight,
            OutgoingNumbering numbering,
            Journal journal,
            ApplicationEventPublisher news,
            InstantSource clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.preflight = preflight;
        this.numbering = numbering;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Told when an order was written.
     *
     * @param document which one
     */
    record Ordered(OutgoingId document) {}

    /**
     * Numbers a document and orders it to be sent.
     *
     * @param version that the person checked
     * @param ticked the boxes that the person ticked
     */
    @Transactional
    public IssueAnswer issue(Person clerk, OutgoingId id, long version, Set<String> ticked) {
        OutgoingId own = drafts.edit(clerk, id).id();
        Outgoing document = rows.lock(own).orElseThrow(NothingHereException::new);
        if (!document.state().isOpen()) {
            return new IssueAnswer.Already(document);
        }
        if (document.version() != version) {
            return new IssueAnswer.Changed();
        }
        Checklist checklist = preflight.check(document);
        if (checklist.blocked() || !checklist.confirmedBy(ticked)) {
            return new IssueAnswer.NotReady(checklist);
        }
        return switch (numbering.issue(document, clerk.login())) {
            case NumberAnswer.Issued(RegisterEntry entry, boolean _) -> write(clerk, document, entry);
            case NumberAnswer.Refused refused -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new IssueAnswer.NoNumber(refused.key(), refused.arguments());
            }
        };
    }

    private IssueAnswer write(Person clerk, Outgoing document, RegisterEntry entry) {
        Instant now = clock.instant();
        Instant leaves = leaves(document, now);
        Outgoing issued = new Outgoing(
                document.id(),
                document.agency(),
                OutgoingState.NUMBERED,
                document.version(),
                document.typed(),
                entry.code().number(),
                notation(entry),
                entry.enteredOn(),
                document.recipients(),
                document.changes(),
                new Outgoing.Release(leaves, null, null, null));
        if (!rows.update(issued, clerk.login().value(), now)) {
            throw new IllegalStateException("a locked document was changed");
        }
        rows.unclaim(document.id());
        SecurityEvent event = SecurityEvent.of(EventKind.DOCUMENT_SEND)
                .with("agency", document.agency())
                .with("recipients", document.recipients())
                .with("entry", entry.id());
        journal.note(document.id(), clerk.login().value(), Deed.ISSUED, entry.display(), event);
        news.publishEvent(new Ordered(document.id()));
        return new IssueAnswer.Issued(rows.find(document.id()).orElseThrow(NothingHereException::new));
    }

    private static String notation(RegisterEntry entry) {
        String display = entry.code().notation();
        return display.length() > 60 ? display.substring(0, 60) : display;
    }

    /** At the planned moment; express ones at once; all others when the time for second thoughts is over. */
    private static Instant leaves(Outgoing document, Instant now) {
        String planned = document.typed().line(Field.SEND_AT);
        if (!planned.isEmpty()) {
            return DateText.moment(planned, now, false).orElse(now);
        }
        return document.urgency() >= Urgency.EXPRESS.level() ? now : now.plus(SECOND_THOUGHTS);
    }

    /** Takes an order back; false when it is too late. The number stays with the document. */
    @Transactional
    public boolean holdBack(Person clerk, OutgoingId id) {
        OutgoingId own = drafts.edit(clerk, id).id();
        Outgoing document = rows.lock(own).orElseThrow(NothingHereException::new);
        Instant at = document.release().at();
        boolean waits = document.state() == OutgoingState.NUMBERED
                && at != null
                && clock.instant().isBefore(at)
                // The clock of another program may be ahead of this one.
                && !rows.isClaimed(own);
        boolean stuck = document.state() == OutgoingState.FAILED;
        if (!waits && !stuck) {
            return false;
        }
        back(clerk, document);
        return true;
    }

    private void back(Person clerk, Outgoing document) {
        Outgoing held = new Outgoing(
                document.id(),
                document.agency(),
                OutgoingState.SIGNED,
                document.version(),
                document.typed(),
                document.number(),
                document.notation(),
                document.issuedOn(),
                document.recipients(),
                document.changes(),
                new Outgoing.Release(null, null, null, null));
        if (!rows.update(held, clerk.login().value(), clock.instant())) {
            throw new IllegalStateException("a locked document was changed");
        }
        journal.note(
                document.id(),
                clerk.login().value(),
                Deed.HELD_BACK,
                document.code(),
                SecurityEvent.of(EventKind.DOCUMENT_HOLD_BACK));
    }

    /** Throws an open document away; its number, when it has one, stays in the register as cancelled. */
    @Transactional
    public boolean discard(Person clerk, OutgoingId id) {
        Outgoing document = drafts.edit(clerk, id);
        if (!document.number().isEmpty() && document.state().isOpen()) {
            numbering.cancel(document, "Văn bản không phát hành", clerk.login());
        }
        return drafts.discard(clerk, id);
    }

    /** When an order that can still be taken back becomes final; null when it cannot. */
    public @Nullable Instant secondThoughtsUntil(Outgoing document) {
        Instant at = document.release().at();
        boolean waits = document.state() == OutgoingState.NUMBERED
                && at != null
                && clock.instant().isBefore(at);
        return waits ? at : null;
    }
}
