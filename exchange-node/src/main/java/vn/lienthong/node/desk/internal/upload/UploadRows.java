package vn.lienthong.node.desk.internal.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.ReferencedPayloads;

/** The rows of uploads and their pieces. */
@InNodeRole
@Component
class UploadRows implements ReferencedPayloads {
    private static final int SWEPT_AT_ONCE = 100;

    private final JdbcClient database;

    UploadRows(JdbcClient database) {
        this.database = database;
    }

    /** Writes a new upload, unless the agency has as many open ones as it may. */
    boolean insert(Upload upload, AgencyCode agency, ApiKeyId key, Instant now, int mostOpen) {
        Upload.Announced file = upload.file();
        return database.sql("insert into api_upload (upload_id, agency, api_key, name, media_type, expected, size,"
                                + " sha256, complete, created_at, expires_at) select ?, ?, ?, ?, ?, ?, 0, ?,"
                                + " false, ?, ? from dual where (select count(*) from api_upload where agency = ?"
                                + " and taken_by is null) < ?")
                        .params(
                                Columns.octets(upload.id().value()),
                                agency.value(),
                                key.value(),
                                file.name(),
                                file.mediaType(),
                                file.size(),
                                file.sha256().bytes(),
                                Columns.of(now),
                                Columns.of(upload.expiresAt()),
                                agency.value(),
                                mostOpen)
                        .update()
                == 1;
    }

    Optional<Upload> find(AgencyCode agency, UploadId id) {
        return database.sql("select * from api_upload where upload_id = ? and agency = ?")
                .params(Columns.octets(id.value()), agency.value())
                .query((row, _) -> upload(row))
                .optional();
    }

    long open(AgencyCode agency) {
        return database.sql("select count(*) from api_upload where agency = ? and taken_by is null")
                .param(agency.value())
                .query(Long.class)
                .single();
    }

    /** Adds a piece at the end of what is there; false when the upload does not stand at that place any more. */
    boolean append(Upload upload, PayloadId piece, long size, Instant expiresAt) {
        byte[] id = Columns.octets(upload.id().value());
        int rows = database.sql("update api_upload set size = size + ?, expires_at = ? where upload_id = ? and size = ?"
                        + " and not complete and taken_by is null")
                .params(size, Columns.of(expiresAt), id, upload.size())
                .update();
        if (rows == 0) {
            return false;
        }
        int _ = database.sql("insert into api_upload_piece (upload_id, number, payload_id, size)"
                        + " select ?, coalesce(max(number), -1) + 1, ?, ? from api_upload_piece where upload_id = ?")
                .params(id, Columns.octets(piece.value()), size, id)
                .update();
        return true;
    }

    void complete(UploadId id) {
        int _ = database.sql("update api_upload set complete = true where upload_id = ?")
                .param(Columns.octets(id.value()))
                .update();
    }

    List<PayloadId> pieces(UploadId id) {
        return database.sql("select payload_id from api_upload_piece where upload_id = ? order by number")
                .param(Columns.octets(id.value()))
                .query((row, _) -> new PayloadId(Columns.uuid(row.getBytes("payload_id"))))
                .list();
    }

    /** Removes an upload that nobody has taken, or that this request has; nothing happens when another has. */
    List<PayloadId> delete(UploadId id, Optional<UUID> taker) {
        byte[] key = Columns.octets(id.value());
        int rows = taker.map(request -> database.sql("delete from api_upload where upload_id = ? and taken_by = ?")
                        .params(key, Columns.octets(request))
                        .update())
                .orElseGet(() -> database.sql("delete from api_upload where upload_id = ? and taken_by is null")
                        .param(key)
                        .update());
        if (rows == 0) {
            return List.of();
        }
        List<PayloadId> pieces = pieces(id);
        int _ = database.sql("delete from api_upload_piece where upload_id = ?")
                .param(key)
                .update();
        return pieces;
    }

    boolean take(AgencyCode agency, UploadId id, UUID request, int place) {
        return database.sql("update api_upload set taken_by = ?, place = ? where upload_id = ? and agency = ? and"
                                + " complete and taken_by is null")
                        .params(Columns.octets(request), place, Columns.octets(id.value()), agency.value())
                        .update()
                == 1;
    }

    void giveBack(UUID request) {
        int _ = database.sql("update api_upload set taken_by = null where taken_by = ?")
                .param(Columns.octets(request))
                .update();
    }

    List<Upload> takenBy(UUID request) {
        return database.sql("select * from api_upload where taken_by = ? order by place")
                .param(Columns.octets(request))
                .query((row, _) -> upload(row))
                .list();
    }

    List<UploadId> over(Instant now) {
        return database.sql("select upload_id from api_upload where expires_at < ? and taken_by is null limit "
                        + SWEPT_AT_ONCE)
                .param(Columns.of(now))
                .query((row, _) -> new UploadId(Columns.uuid(row.getBytes("upload_id"))))
                .list();
    }

    @Override
    public Set<PayloadId> among(Collection<PayloadId> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        return database
                .sql("select payload_id from api_upload_piece where payload_id in (:ids)")
                .param(
                        "ids",
                        candidates.stream()
                                .map(id -> Columns.octets(id.value()))
                                .toList())
                .query((row, _) -> new PayloadId(Columns.uuid(row.getBytes("payload_id"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new UploadId(Columns.uuid(row.getBytes("upload_id"))),
                new Upload.Announced(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("expected"),
                        Sha256.fromBytes(row.getBytes("sha256"))),
                row.getLong("size"),
                row.getBoolean("complete"),
                row.getBytes("taken_by") != null,
                Columns.instant(row, "expires_at"));
    }
}
