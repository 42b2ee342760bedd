package vn.lienthong.node.outgoing.internal.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.History;
import vn.lienthong.node.outgoing.internal.draft.History.Deed;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.outgoing.internal.file.FileChecks;
import vn.lienthong.node.outgoing.internal.file.FileLocking;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;

/** Puts signed content in the place of the unsigned one: content, state, history and event in one transaction. */
@InNodeRole
@Component
class SignedFiles {

    private final DraftFiles files;
    private final FileChecks checks;
    private final FileLocking locking;
    private final History history;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    SignedFiles(
            DraftFiles files,
            FileChecks checks,
            FileLocking locking,
            History history,
            AuditTrail trail,
            TransactionTemplate transactions) {
        this.files = files;
        this.checks = checks;
        this.locking = locking;
        this.history = history;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * Keeps signed content.
     *
     * @param agency whether the agency signed, not a person
     * @return false when the file is no longer the one that was signed; nothing is kept then
     * @throws IOException when the store fails
     */
    boolean keep(String login, Outgoing document, DraftFile file, byte[] signed, boolean agency) throws IOException {
        FileCheck check = checks.check(signed, locking.nameOf(document));
        Sha256 sha256 = Sha256.of(signed);
        PayloadId piece = files.keep(signed);
        List<PayloadId> released = new ArrayList<>();
        boolean kept = Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean open = document.state().isOpen();
            if (open && !locking.stillOpen(document.id())) {
                return false;
            }
            boolean same = files.replace(file, piece, signed.length, sha256, check, released);
            if (same) {
                note(login, document, file, sha256, agency);
            }
            if (same && open) {
                locking.settle(login, document, files.of(document.id()));
            }
            return same;
        }));
        files.release(kept ? released : List.of(piece));
        return kept;
    }

    private void note(String login, Outgoing document, DraftFile file, Sha256 sha256, boolean agency) {
        history.note(document.id(), login, agency ? Deed.AGENCY_SIGNED : Deed.PERSON_SIGNED, file.name());
        trail.record(SecurityEvent.of(EventKind.DOCUMENT_SIGN)
                .on(Drafts.object(document.id()))
                .with("file", file.id())
                .with("sha256", sha256.hex())
                .with("signer", agency ? "agency" : "person"));
    }
}
