package vn.lienthong.node.outgoing.internal.file;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.History;
import vn.lienthong.node.outgoing.internal.draft.History.Deed;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.suggestion.Suggestions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;

/**
 * Ties a document to its files: it counts as signed exactly as long as its main file is the one that the agency signed. Whatever
 * changes a file ends that, and is an event.
 */
@InNodeRole
@Component
public class FileLocking {

    private final OutgoingRows documents;
    private final History history;
    private final AuditTrail trail;
    private final DirectoryView directory;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    FileLocking(
            OutgoingRows documents,
            History history,
            AuditTrail trail,
            DirectoryView directory,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.documents = documents;
        this.history = history;
        this.trail = trail;
        this.directory = directory;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Runs in one transaction. */
    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    /** The name of the agency in the directory. */
    public String nameOf(Outgoing document) {
        return directory
                .current()
                .agency(document.agency(), clock.instant())
                .map(entry -> entry.agency().name())
                .orElse(document.agency().value());
    }

    void attached(
            Person clerk,
            Outgoing document,
            DraftFile file,
            Sha256 sha256,
            Suggestions suggestions,
            List<DraftFile> files) {
        history.note(document.id(), clerk.login().value(), Deed.ATTACHED, file.name());
        trail.record(SecurityEvent.of(EventKind.DOCUMENT_ATTACH)
                .on(Drafts.object(document.id()))
                .with("file", file.id())
                .with("sha256", sha256.hex()));
        settle(clerk.login().value(), document, files, typed -> filled(typed, suggestions));
    }

    void detached(Person clerk, Outgoing document, DraftFile file, List<DraftFile> files) {
        history.note(document.id(), clerk.login().value(), Deed.DETACHED, file.name());
        trail.record(SecurityEvent.of(EventKind.DOCUMENT_DETACH)
                .on(Drafts.object(document.id()))
                .with("file", file.id()));
        settle(clerk.login().value(), document, files);
    }

    /** Only what nobody typed yet is taken from the text of the file. */
    private static Typed filled(Typed typed, Suggestions suggestions) {
        Typed filled = typed;
        for (Map.Entry<String, String> found : suggestions.fields().entrySet()) {
            Field field = Field.of(found.getKey()).orElse(Field.NOTE);
            if (field != Field.NOTE && filled.get(field).isEmpty()) {
                filled = filled.with(field, found.getValue());
            }
        }
        boolean numbered = typed.get(Field.NUMBER).isEmpty()
                && !suggestions.of(Field.NUMBER.id()).isEmpty();
        return numbered ? filled.with(Field.NUMBERED, "yes") : filled;
    }

    /** Whether a document may still be changed; nobody else changes it until the transaction of the caller ends. */
    public boolean stillOpen(OutgoingId id) {
        return documents.lock(id).filter(now -> now.state().isOpen()).isPresent();
    }

    /** Brings the state in line with the files, in the transaction of the caller. */
    public void settle(String login, Outgoing document, List<DraftFile> files) {
        settle(login, document, files, typed -> typed);
    }

    private void settle(String login, Outgoing document, List<DraftFile> files, UnaryOperator<Typed> change) {
        Outgoing now = documents.lock(document.id()).orElseThrow(NothingHereException::new);
        if (!now.state().isOpen()) {
            throw new NothingHereException();
        }
        boolean signed = files.stream()
                .anyMatch(file -> file.main()
                        && file.complete()
                        && FileCheck.read(file.signatures()).signedByAgency());
        if (now.state() == OutgoingState.SIGNED && !signed) {
            history.note(document.id(), login, Deed.UNLOCKED, "");
        }
        Outgoing settled = new Outgoing(
                now.id(),
                now.agency(),
                signed ? OutgoingState.SIGNED : OutgoingState.DRAFT,
                now.version(),
                change.apply(now.typed()),
                now.number(),
                now.notation(),
                now.issuedOn(),
                now.recipients(),
                now.changes(),
                now.release());
        boolean _ = documents.update(settled, login, clock.instant());
    }
}
