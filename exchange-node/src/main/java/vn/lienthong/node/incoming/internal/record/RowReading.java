package vn.lienthong.node.incoming.internal.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Extent;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Facts;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Folder;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Origin;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Registration;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Times;

/** A row of the table as a record. */
final class RowReading {

    static final String COLUMNS = "d.id, d.agency, d.inbox_entry, d.parcel_id, d.source, d.state, d.state_since,"
            + " d.version, d.queue_key, d.urgency, d.secrecy, d.appointed_at, d.sender_code, d.sender_name,"
            + " d.code_number, d.code_notation, d.issued_on, d.type_name, d.subject, d.signer_name, d.signer_position,"
            + " d.file_count, d.total_size, d.page_count, d.copy_count, d.paper, d.arrived_at, d.accept_by,"
            + " d.present_by, d.due_on, d.check_state, d.book_id, d.entry_id, d.arrival_number, d.arrival_on,"
            + " d.submitted_to, d.file_code, d.file_title, d.filed_from";

    private RowReading() {}

    static IncomingDocument document(ResultSet row) throws SQLException {
        return new IncomingDocument(
                row.getLong("id"),
                new AgencyCode(row.getString("agency")),
                origin(row),
                IncomingState.valueOf(row.getString("state")),
                Columns.instant(row, "state_since"),
                row.getInt("version"),
                facts(row),
                new Times(
                        Columns.instant(row, "arrived_at"),
                        Columns.instantOrNull(row, "accept_by"),
                        Columns.instantOrNull(row, "present_by"),
                        Columns.dateOrNull(row, "due_on")),
                CheckState.valueOf(row.getString("check_state")),
                registration(row),
                row.getString("submitted_to"),
                folder(row));
    }

    private static Folder folder(ResultSet row) throws SQLException {
        String from = row.getString("filed_from");
        return new Folder(
                Columns.text(row, "file_code"),
                Columns.text(row, "file_title"),
                from == null ? null : IncomingState.valueOf(from));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        byte[] parcel = row.getBytes("parcel_id");
        return new Origin(
                Source.valueOf(row.getString("source")),
                Columns.longOrNull(row, "inbox_entry"),
                parcel == null ? null : new ParcelId(Columns.uuid(parcel)));
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getInt("urgency"),
                Columns.instantOrNull(row, "appointed_at"),
                Secrecy.valueOf(row.getString("secrecy")),
                Columns.text(row, "sender_code"),
                Columns.text(row, "sender_name"),
                new DocumentCode(Columns.text(row, "code_number"), Columns.text(row, "code_notation")),
                Columns.dateOrNull(row, "issued_on"),
                Columns.text(row, "type_name"),
                Columns.text(row, "subject"),
                Columns.text(row, "signer_name"),
                Columns.text(row, "signer_position"),
                new Extent(
                        row.getInt("file_count"),
                        row.getLong("total_size"),
                        Columns.intOrNull(row, "page_count"),
                        Columns.intOrNull(row, "copy_count"),
                        row.getBoolean("paper")));
    }

    private static @Nullable Registration registration(ResultSet row) throws SQLException {
        Long book = Columns.longOrNull(row, "book_id");
        if (book == null) {
            return null;
        }
        return new Registration(
                book,
                row.getLong("entry_id"),
                Columns.text(row, "arrival_number"),
                Objects.requireNonNull(Columns.dateOrNull(row, "arrival_on")));
    }
}
