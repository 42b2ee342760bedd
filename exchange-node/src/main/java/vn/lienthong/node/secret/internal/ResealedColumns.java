package vn.lienthong.node.secret.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.storage.PayloadId;

/** All columns of the secret area that lie sealed under keys of the node. */
final class ResealedColumns {

    private static final List<String> DRAFT = List.of("draft_id");
    private static final List<String> DOCUMENT = List.of("document_id");

    static final List<ResealedColumn> ALL = List.of(
            metadata("secret_draft", "content", DRAFT, row -> DraftRows.contentPlace(draft(row))),
            metadata("secret_draft", "signed_release", DRAFT, row -> DraftRows.releasePlace(draft(row))),
            metadata("secret_file", "facts", List.of("payload_id"), row -> SecretFileRows.place(payload(row))),
            metadata("secret_document", "content", DOCUMENT, row -> ArrivedRows.contentPlace(document(row))),
            metadata("secret_document", "approvals", DOCUMENT, row -> ArrivedRows.approvalsPlace(document(row))),
            metadata("secret_document", "proposed_why", DOCUMENT, row -> ArrivedRows.whyPlace(document(row))),
            metadata("secret_reader", "reason", List.of("document_id", "login"), row -> reason(row, "login")),
            metadata("secret_consent", "reason", List.of("document_id", "asking"), row -> reason(row, "asking")),
            metadata(
                    "secret_entry",
                    "content",
                    List.of("book_id", "number"),
                    row -> BookRows.place(row.getLong("book_id"), row.getInt("number"))),
            share("secret_draft", "node_share", DRAFT, row -> draftShare(row, "node")),
            share("secret_draft", "given_share", DRAFT, row -> draftShare(row, "given")),
            share(
                    "secret_document",
                    "node_share",
                    DOCUMENT,
                    row -> ArrivedShares.nodePlace(document(row), row.getInt("generation"))),
            new ResealedColumn(
                    Seals.PERSONS,
                    "secret_person",
                    "private_keys",
                    List.of("login"),
                    row -> StoredPersonalKeys.place(new LoginName(row.getString("login")), row.getInt("generation"))));

    private ResealedColumns() {}

    private static ResealedColumn metadata(
            String table, String column, List<String> key, ResealedColumn.PlaceOf place) {
        return new ResealedColumn(Seals.METADATA, table, column, key, place);
    }

    private static ResealedColumn share(String table, String column, List<String> key, ResealedColumn.PlaceOf place) {
        return new ResealedColumn(Seals.SHARES, table, column, key, place);
    }

    private static DraftId draft(ResultSet row) throws SQLException {
        return new DraftId(Columns.uuid(row.getBytes("draft_id")));
    }

    private static SecretId document(ResultSet row) throws SQLException {
        return new SecretId(Columns.uuid(row.getBytes("document_id")));
    }

    private static PayloadId payload(ResultSet row) throws SQLException {
        return new PayloadId(Columns.uuid(row.getBytes("payload_id")));
    }

    private static byte[] reason(ResultSet row, String login) throws SQLException {
        return ReaderRows.reasonPlace(document(row), new LoginName(row.getString(login)));
    }

    private static byte[] draftShare(ResultSet row, String role) throws SQLException {
        return DraftShares.place(draft(row), row.getInt("generation"), role);
    }
}
