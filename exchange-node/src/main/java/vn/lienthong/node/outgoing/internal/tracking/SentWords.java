package vn.lienthong.node.outgoing.internal.tracking;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.Statements;

/** What was stated about sent documents. */
@InNodeRole
@Component
class SentWords {

    private final OutgoingRows rows;
    private final SentReach reach;
    private final Statements statements;

    SentWords(OutgoingRows rows, SentReach reach, Statements statements) {
        this.rows = rows;
        this.reach = reach;
        this.statements = statements;
    }

    /** Every recipient of a document, those that need somebody first; nobody before it left. */
    List<Tracked> rows(Outgoing document) {
        return reach.rows(document);
    }

    /** All that was stated between the sender and one recipient about the parcel in which it went there last. */
    List<KeptStatement> said(Tracked row) {
        return statements.history(row.parcelId(), row.code());
    }

    /** The documents of which the sender has told that they take its place. */
    List<Outgoing> replacing(Outgoing document, List<Tracked> recipients) {
        if (document.state() != OutgoingState.REPLACED) {
            return List.of();
        }
        return recipients.stream()
                .flatMap(row -> said(row).stream())
                .map(KeptStatement::statement)
                .filter(statement -> statement.kind() == StatementKind.REPLACEMENT)
                .flatMap(statement -> Optional.ofNullable(statement.detail().other()).stream())
                .distinct()
                .flatMap(parcel -> rows.findSent(parcel).stream())
                .toList();
    }
}
