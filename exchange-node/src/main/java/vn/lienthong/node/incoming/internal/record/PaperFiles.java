package vn.lienthong.node.incoming.internal.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.ReferencedPayloads;

/** The scanned files of papers: what they are called and where they lie sealed. */
@Component
@InNodeRole
public class PaperFiles implements ReferencedPayloads {

    private final JdbcClient database;

    PaperFiles(JdbcClient database) {
        this.database = database;
    }

    /**
     * A scanned file.
     *
     * @param payload where it lies sealed; also its name here
     * @param file what it is
     */
    public record PaperFile(PayloadId payload, Attachment file) {}

    /** The files of a paper in the order in which they were added. */
    public List<PaperFile> of(long document) {
        return database.sql("select name, media_type, size, sha512, payload_id from incoming_file where document_id = ?"
                        + " order by file_id")
                .param(document)
                .query((row, _) -> file(row))
                .list();
    }

    private static PaperFile file(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new PaperFile(
                new PayloadId(Columns.uuid(row.getBytes("payload_id"))),
                new Attachment(
                        FileName.sanitise(name),
                        name,
                        row.getString("media_type"),
                        row.getLong("size"),
                        Sha512.fromBytes(row.getBytes("sha512")),
                        ""));
    }

    /** Writes a file whose octets are kept, in the caller's transaction. */
    public void insert(long document, PaperFile file, String login, Instant now) {
        byte[] id = Columns.octets(file.payload().value());
        written(database.sql("insert into incoming_file (file_id, document_id, name, media_type, size, sha512,"
                        + " payload_id, added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        document,
                        file.file().originalName(),
                        file.file().mediaType(),
                        file.file().size(),
                        file.file().sha512().bytes(),
                        id,
                        login,
                        Columns.of(now))
                .update());
    }

    /** Takes a file off, in the caller's transaction; empty when it was not there. */
    public Optional<PaperFile> remove(long document, PayloadId payload) {
        Optional<PaperFile> found = of(document).stream()
                .filter(file -> file.payload().equals(payload))
                .findFirst();
        found.ifPresent(file -> written(database.sql("delete from incoming_file where file_id = ?")
                .param(Columns.octets(payload.value()))
                .update()));
        return found;
    }

    @Override
    public Set<PayloadId> among(Collection<PayloadId> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        List<byte[]> names = candidates.stream()
                .map(payload -> Columns.octets(payload.value()))
                .toList();
        return Set.copyOf(database.sql("select payload_id from incoming_file where payload_id in (:names)")
                .param("names", names)
                .query((row, _) -> new PayloadId(Columns.uuid(row.getBytes("payload_id"))))
                .list());
    }

    private static void written(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("wrote " + rows + " files instead of one");
        }
    }
}
