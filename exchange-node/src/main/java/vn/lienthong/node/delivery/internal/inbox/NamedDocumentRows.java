package vn.lienthong.node.delivery.internal.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.NamedDocuments;
import vn.lienthong.node.platform.InNodeRole;

/** Searches the records of documents; each name has an index of its own. */
@Component
@InNodeRole
class NamedDocumentRows implements NamedDocuments {

    private static final String NAMES = " (select parcel_id, document_id, code_number, code_notation, promulgated_on"
            + " from document_record where document_id = :id and :id <> ''"
            + " union select parcel_id, document_id, code_number, code_notation, promulgated_on"
            + " from document_record where code_number = :number and :number <> '') d";
    private static final String SENT =
            "select d.*, p.sender_code as sender, null as recipient from" + NAMES + " join outbound_parcel p"
                    + " on p.parcel_id = d.parcel_id where p.secrecy = 0 and p.sender_code in (:senders)"
                    + " order by d.parcel_id desc limit :most";
    private static final String ARRIVED =
            "select d.*, p.sender_code as sender, e.recipient_code as recipient from" + NAMES
                    + " join inbound_parcel p on p.parcel_id = d.parcel_id join inbox_entry e"
                    + " on e.parcel_id = d.parcel_id where e.secrecy = 0 and e.recipient_code in (:recipients)"
                    + " and (:anybody or p.sender_code in (:senders)) order by d.parcel_id desc limit :most";
    private static final String NOBODY = "-";

    private final JdbcClient database;

    NamedDocumentRows(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Named> sent(Set<AgencyCode> senders, String documentId, String number) {
        return database.sql(SENT)
                .param("id", documentId)
                .param("number", number)
                .param("senders", texts(senders))
                .param("most", MOST)
                .query((row, _) -> named(row))
                .list();
    }

    @Override
    public List<Named> arrived(Set<AgencyCode> recipients, Set<AgencyCode> senders, String documentId, String number) {
        return database.sql(ARRIVED)
                .param("id", documentId)
                .param("number", number)
                .param("recipients", texts(recipients))
                .param("anybody", senders.isEmpty())
                .param("senders", texts(senders))
                .param("most", MOST)
                .query((row, _) -> named(row))
                .list();
    }

    private static List<String> texts(Collection<AgencyCode> codes) {
        return codes.isEmpty()
                ? List.of(NOBODY)
                : codes.stream().map(AgencyCode::value).toList();
    }

    private static Named named(ResultSet row) throws SQLException {
        String recipient = row.getString("recipient");
        return new Named(
                new ParcelId(Columns.uuid(row.getBytes("parcel_id"))),
                new AgencyCode(row.getString("sender")),
                recipient == null ? null : new AgencyCode(recipient),
                text(row.getString("document_id")),
                new DocumentCode(text(row.getString("code_number")), text(row.getString("code_notation"))),
                Columns.dateOrNull(row, "promulgated_on"));
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNullElse(column, "");
    }
}
