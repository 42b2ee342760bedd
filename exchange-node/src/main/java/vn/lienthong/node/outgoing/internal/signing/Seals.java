package vn.lienthong.node.outgoing.internal.signing;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.pdf.PngImage;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;

/** The pictures of the agencies' seals, as the clerks who keep the seals gave them; sealed at rest. */
@InNodeRole
@Service
class Seals {

    private final JdbcClient database;
    private final DraftFiles files;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Seals(
            JdbcClient database,
            DraftFiles files,
            AuditTrail trail,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.database = database;
        this.files = files;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A seal.
     *
     * @param image the picture
     * @param millimetres its real width
     */
    record Seal(PngImage image, double millimetres) {}

    private record Row(PayloadId piece, double millimetres) {}

    /** The seal of an agency; empty when none was given. */
    Optional<Seal> of(AgencyCode agency) throws IOException {
        Optional<Row> row = row(agency);
        return row.isEmpty()
                ? Optional.empty()
                : Optional.of(new Seal(
                        PngImage.of(files.kept(row.get().piece())), row.get().millimetres()));
    }

    private Optional<Row> row(AgencyCode agency) {
        return database.sql("select payload_id, millimetres from outgoing_seal where agency = ?")
                .param(agency.value())
                .query((row, _) ->
                        new Row(new PayloadId(Columns.uuid(row.getBytes("payload_id"))), row.getDouble("millimetres")))
                .optional();
    }

    /** Keeps a seal in the place of the one before. */
    void keep(Person clerk, AgencyCode agency, Seal seal) throws IOException {
        PayloadId piece = files.keep(seal.image().bytes());
        Optional<Row> before = row(agency);
        transactions.executeWithoutResult(_ -> {
            int _ = database.sql("replace into outgoing_seal (agency, payload_id, millimetres, changed_by, changed_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            agency.value(),
                            Columns.octets(piece.value()),
                            seal.millimetres(),
                            clerk.login().value(),
                            Columns.of(clock.instant()))
                    .update();
            trail.record(SecurityEvent.of(EventKind.CONFIG_CHANGE)
                    .on(EventObject.of(EventObject.Kind.SETTING, "outgoing.seal." + agency)));
        });
        before.ifPresent(row -> files.release(List.of(row.piece())));
    }
}
