package vn.lienthong.node.directory.internal.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.gateway.ProblemException;

/**
 * Appends to the directory.
 *
 * <p>Guarantees: numbers without gap also when many append at once; what belongs to a publication is stored in its
 * transaction; nobody hears of a publication before it is durable.
 */
public final class PublicationLog {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationLog.class);

    private final PublicationTable table;
    private final DirectoryCopy copy;
    private final DirectoryAuthority authority;
    private final ChangeBook changes;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final PublishedEvents events;

    /** Appends to this table and makes the copy follow. */
    PublicationLog(
            PublicationTable table,
            DirectoryCopy copy,
            DirectoryAuthority authority,
            ChangeBook changes,
            TransactionTemplate transaction,
            InstantSource clock,
            AuditTrail trail) {
        this.table = table;
        this.copy = copy;
        this.authority = authority;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
        this.events = new PublishedEvents(trail);
    }

    /** Decides on changes with the state before them; alone, as long as the decision takes. */
    @FunctionalInterface
    public interface Plan<T> {

        /**
         * Makes the draft.
         *
         * @throws ProblemException to refuse; nothing is changed then
         */
        Draft<T> draft(DirectorySnapshot current, Instant now);
    }

    /**
     * What is to be published.
     *
     * @param changes the changes; none at all when everything is already as wished
     * @param answer makes the answer of the number of the publication
     * @param <T> the answer's type
     */
    public record Draft<T>(List<DirectoryChange> changes, LongFunction<T> answer) {

        /** A draft with one change. */
        static <T> Draft<T> of(DirectoryChange change, LongFunction<T> answer) {
            return new Draft<>(List.of(change), answer);
        }
    }

    /** What counts now. */
    DirectorySnapshot current() {
        return copy.current();
    }

    /** Publishes what the plan decides. */
    public <T> T append(Plan<T> plan) {
        T answer = transaction.execute(status -> appendLocked(plan));
        copy.catchUp();
        return answer;
    }

    private <T> T appendLocked(Plan<T> plan) {
        long last = table.lockHead();
        copy.catchUp();
        if (copy.sequence() != last) {
            throw new IllegalStateException("the stored publications do not reach to the head");
        }
        changes.appendUpTo(last);
        Instant now = clock.instant();
        Draft<T> draft = plan.draft(copy.current(), now);
        if (draft.changes().isEmpty()) {
            return draft.answer().apply(last);
        }
        requireFitting(draft.changes());
        Publication publication = copy.log().next(now, draft.changes());
        TreeHead head = copy.keep(publication, authority.sign(WireFormats.PUBLICATION.encode(publication), now));
        table.moveHead(publication.sequence());
        changes.appendUpTo(publication.sequence());
        events.record(draft.changes(), publication.sequence());
        LOG.info(
                "publication {} with {} changes, entries up to {}",
                publication.sequence(),
                draft.changes().size(),
                head.size());
        return draft.answer().apply(publication.sequence());
    }

    private void requireFitting(List<DirectoryChange> changes) {
        if (copy.current().apply(changes) instanceof FoldResult.Inapplicable(int index, String reason)) {
            LOG.warn("a change does not fit the directory: {}", reason);
            throw new ProblemException(ErrorCode.DIRECTORY_CONFLICT);
        }
    }
}
