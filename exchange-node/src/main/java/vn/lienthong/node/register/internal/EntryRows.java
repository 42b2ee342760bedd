package vn.lienthong.node.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.IssuedCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.EntryId;
import vn.lienthong.node.register.RegisterEntry;

/** Reads lines. */
final class EntryRows {

    private EntryRows() {}

    static RegisterEntry entry(ResultSet row, int number) throws SQLException {
        @Nullable String author = row.getString("author_code");
        int copies = row.getInt("copies");
        @Nullable Integer counted = row.wasNull() ? null : copies;
        return new RegisterEntry(
                new EntryId(row.getLong("entry_id")),
                new BookId(row.getLong("book_id")),
                new AgencyCode(row.getString("agency")),
                BookKind.valueOf(row.getString("kind")),
                number(row),
                row.getString("document"),
                Columns.date(row, "entered_on"),
                new IssuedCode(
                        row.getString("code_number"), row.getString("code_mark"), row.getString("code_notation")),
                Columns.dateOrNull(row, "issued_on"),
                row.getString("type_name"),
                row.getString("subject"),
                row.getString("signer"),
                author == null ? null : new AgencyCode(author),
                row.getString("author_name"),
                row.getString("receivers"),
                row.getString("kept_by"),
                counted,
                Urgency.ofLevel(row.getInt("urgency")).orElse(Urgency.ORDINARY),
                SecrecyColumn.secrecy(row.getInt("secrecy")),
                Columns.dateOrNull(row, "moved_on"),
                row.getString("signed_for"),
                row.getString("note"),
                new RegisterEntry.FollowUp(
                        Columns.dateOrNull(row, "due_on"), row.getString("progress"), row.getString("reply_code")),
                cancellation(row),
                new RegisterEntry.Changed(
                        Columns.instant(row, "changed_at"), row.getString("changed_by"), row.getInt("version")));
    }

    private static RegisterEntry.Position number(ResultSet row) throws SQLException {
        return new RegisterEntry.Position(
                row.getString("series"), row.getInt("number"), row.getString("suffix"), row.getString("suffix_reason"));
    }

    private static RegisterEntry.@Nullable Cancellation cancellation(ResultSet row) throws SQLException {
        @Nullable Instant at = Columns.instantOrNull(row, "cancelled_at");
        return at == null
                ? null
                : new RegisterEntry.Cancellation(at, row.getString("cancelled_by"), row.getString("cancel_reason"));
    }
}
