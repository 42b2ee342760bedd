package vn.lienthong.node.secret.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.SecretFile;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.ReferencedPayloads;

/** The table of files of drafts. */
@InNodeRole
@Component
class SecretFileRows implements ReferencedPayloads {

    private final JdbcClient database;
    private final Seals seals;

    SecretFileRows(JdbcClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    List<StoredFile> of(DraftId draft) {
        return database.sql("select payload_id, number, facts from secret_file where draft_id = ? order by number")
                .param(DraftRows.octets(draft))
                .query((row, _) -> {
                    PayloadId payload = new PayloadId(Columns.uuid(row.getBytes("payload_id")));
                    FileFacts facts = seals.metadata(place(payload), row.getBytes("facts"), FileFacts.class);
                    return new StoredFile(
                            payload,
                            new SecretFile(
                                    row.getInt("number"),
                                    facts.name(),
                                    facts.mediaType(),
                                    facts.size(),
                                    facts.sha512()));
                })
                .list();
    }

    Optional<StoredFile> find(DraftId draft, int number) {
        return of(draft).stream()
                .filter(stored -> stored.file().number() == number)
                .findFirst();
    }

    void insert(DraftId draft, int number, PayloadId payload, FileFacts facts) {
        int _ = database.sql("insert into secret_file (payload_id, draft_id, number, facts) values (?, ?, ?, ?)")
                .params(
                        Columns.octets(payload.value()),
                        DraftRows.octets(draft),
                        number,
                        seals.metadata(place(payload), facts))
                .update();
    }

    boolean delete(PayloadId payload) {
        return database.sql("delete from secret_file where payload_id = ?")
                        .param(Columns.octets(payload.value()))
                        .update()
                == 1;
    }

    /** Files of what was sent are no longer needed: they stay named here, and their content may be swept. */
    @Override
    public Set<PayloadId> among(Collection<PayloadId> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        return database
                .sql("select f.payload_id from secret_file f join secret_draft d on d.draft_id = f.draft_id"
                        + " where d.state <> 'SENT' and f.payload_id in (:ids)")
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

    static byte[] place(PayloadId payload) {
        return Place.of("file", payload);
    }
}
