package vn.lienthong.node.outgoing.internal.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.documents.FileType;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.ReferencedPayloads;

/** The rows of files and their pieces. */
@InNodeRole
@Component
class FileRows implements ReferencedPayloads {

    private static final String COLUMNS = "file_id, document_id, position, main, name, media_type, expected, size,"
            + " complete, sha256, added_at, signatures, suggestion";

    private final JdbcClient database;

    FileRows(JdbcClient database) {
        this.database = database;
    }

    List<DraftFile> of(OutgoingId document) {
        return database.sql(
                        "select " + COLUMNS + " from outgoing_file where document_id = ? order by main desc, position")
                .param(document.value())
                .query((row, _) -> file(row))
                .list();
    }

    Optional<DraftFile> find(OutgoingId document, FileId id) {
        return database.sql("select " + COLUMNS + " from outgoing_file where document_id = ? and file_id = ?")
                .params(document.value(), Columns.octets(id.value()))
                .query((row, _) -> file(row))
                .optional();
    }

    void insert(DraftFile file, String login) {
        int _ = database.sql(
                        "insert into outgoing_file (file_id, document_id, position, main, name, media_type, expected,"
                                + " size, complete, added_by, added_at, signatures, suggestion)"
                                + " values (?, ?, ?, ?, ?, ?, ?, 0, false, ?, ?, '', '')")
                .params(
                        Columns.octets(file.id().value()),
                        file.document().value(),
                        file.position(),
                        file.main(),
                        file.name(),
                        file.type().name(),
                        file.expected(),
                        login,
                        Columns.of(file.addedAt()))
                .update();
    }

    /** Adds a piece at the end of what is there; false when somebody else added one meanwhile. */
    boolean append(FileId id, long offset, PayloadId piece, long size) {
        int rows = database.sql(
                        "update outgoing_file set size = size + ? where file_id = ? and size = ? and not complete")
                .params(size, Columns.octets(id.value()), offset)
                .update();
        if (rows == 0) {
            return false;
        }
        int _ = database.sql("insert into outgoing_piece (file_id, number, payload_id, size)"
                        + " select ?, coalesce(max(number) + 1, 0), ?, ? from outgoing_piece where file_id = ?")
                .params(Columns.octets(id.value()), Columns.octets(piece.value()), size, Columns.octets(id.value()))
                .update();
        return true;
    }

    List<PayloadId> pieces(FileId id) {
        return database.sql("select payload_id from outgoing_piece where file_id = ? order by number")
                .param(Columns.octets(id.value()))
                .query((row, _) -> new PayloadId(Columns.uuid(row.getBytes("payload_id"))))
                .list();
    }

    void complete(FileId id, Sha256 sha256, String signatures, String suggestion) {
        int _ = database.sql("update outgoing_file set complete = true, expected = size, sha256 = ?, signatures = ?,"
                        + " suggestion = ? where file_id = ?")
                .params(sha256.bytes(), signatures, suggestion, Columns.octets(id.value()))
                .update();
    }

    /** Notes new content; false when the content before is not there any more. */
    boolean change(FileId id, Sha256 before, long size, Sha256 sha256, String signatures) {
        return database.sql("update outgoing_file set size = ?, expected = ?, sha256 = ?, signatures = ?"
                                + " where file_id = ? and sha256 = ?")
                        .params(size, size, sha256.bytes(), signatures, Columns.octets(id.value()), before.bytes())
                        .update()
                == 1;
    }

    /** Names the piece of the new content and returns those of the content before. */
    List<PayloadId> replacePieces(FileId id, PayloadId piece, long size) {
        List<PayloadId> before = pieces(id);
        int _ = database.sql("delete from outgoing_piece where file_id = ?")
                .param(Columns.octets(id.value()))
                .update();
        int _ = database.sql("insert into outgoing_piece (file_id, number, payload_id, size) values (?, 0, ?, ?)")
                .params(Columns.octets(id.value()), Columns.octets(piece.value()), size)
                .update();
        return before;
    }

    List<PayloadId> delete(FileId id) {
        List<PayloadId> before = pieces(id);
        for (String table : List.of("outgoing_piece", "outgoing_file")) {
            int _ = database.sql("delete from " + table + " where file_id = ?")
                    .param(Columns.octets(id.value()))
                    .update();
        }
        return before;
    }

    void move(FileId id, int position) {
        int _ = database.sql("update outgoing_file set position = ? where file_id = ?")
                .params(position, Columns.octets(id.value()))
                .update();
    }

    /** Documents of the agency that were issued with the very same main file. */
    List<String> sameContent(AgencyCode agency, DraftFile main) {
        Sha256 sha256 = main.sha256();
        return sha256 == null
                ? List.of()
                : database.sql("select d.code_number, d.notation from outgoing_file f join outgoing_document d"
                                + " on d.document_id = f.document_id where f.sha256 = ? and f.main and d.agency = ?"
                                + " and d.document_id <> ? and d.state not in ('DRAFT', 'SIGNED') limit 3")
                        .params(sha256.bytes(), agency.value(), main.document().value())
                        .query((row, _) -> row.getString("code_number") + "/" + row.getString("notation"))
                        .list();
    }

    @Override
    public Set<PayloadId> among(Collection<PayloadId> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        List<byte[]> ids =
                candidates.stream().map(id -> Columns.octets(id.value())).toList();
        return database
                .sql("select payload_id from outgoing_piece where payload_id in (:ids)"
                        + " union select payload_id from outgoing_signing where payload_id in (:ids)"
                        + " union select payload_id from outgoing_seal where payload_id in (:ids)")
                .param("ids", ids)
                .query((row, _) -> new PayloadId(Columns.uuid(row.getBytes("payload_id"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DraftFile file(ResultSet row) throws SQLException {
        byte[] sha256 = row.getBytes("sha256");
        return new DraftFile(
                new FileId(Columns.uuid(row.getBytes("file_id"))),
                new OutgoingId(row.getLong("document_id")),
                row.getInt("position"),
                row.getBoolean("main"),
                row.getString("name"),
                FileType.valueOf(row.getString("media_type")),
                row.getLong("expected"),
                row.getLong("size"),
                row.getBoolean("complete"),
                sha256 == null ? null : Sha256.fromBytes(sha256),
                Columns.instant(row, "added_at"),
                row.getString("signatures"),
                row.getString("suggestion"));
    }
}
