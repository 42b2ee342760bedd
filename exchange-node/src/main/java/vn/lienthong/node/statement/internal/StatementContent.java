package vn.lienthong.node.statement.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LoggedContent;
import vn.lienthong.node.platform.InNodeRole;

/** The statements to which entries of the own log commit. */
@Component
@InNodeRole
class StatementContent implements LoggedContent {

    private final StatementRows rows;
    private final Served served;
    private final StatementSignatures signatures;

    StatementContent(StatementRows rows, Served served, StatementSignatures signatures) {
        this.rows = rows;
        this.served = served;
        this.signatures = signatures;
    }

    @Override
    public LogCommitment.Kind kind() {
        return LogCommitment.Kind.STATEMENT;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<LogEntryId, Sha256> digests(Collection<LogEntryId> entries) {
        return rows.digests(entries);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> after(@Nullable UUID last, int limit) {
        return rows.after(last == null ? new UUID(0, 0) : last, limit).stream()
                .map(this::held)
                .toList();
    }

    private Held held(StatementRows.Raw row) {
        return new Held(row.id(), row.own(), row.entry(), row.signed().sha256(), fault(row));
    }

    private @Nullable String fault(StatementRows.Raw row) {
        byte[] octets = row.signed().octets().toByteArray();
        if (!(WireFormats.STATEMENT.decode(octets) instanceof Decoded.Value<Statement>(Statement statement))) {
            return "the octets are no statement";
        }
        if (!isOf(row, statement)) {
            return "a column is not what the statement says";
        }
        if (row.own() != (row.entry() != null)) {
            return "own statements and entries of the log do not belong together";
        }
        return signatures.isForged(
                        row.signed(),
                        statement,
                        served.speakers(statement.subject().from(), statement.at()))
                ? "the signature is not one of the author over these octets"
                : null;
    }

    private static boolean isOf(StatementRows.Raw row, Statement statement) {
        Known status = statement.status();
        String code = status == null ? "" : status.code();
        return row.id().equals(statement.id().value())
                && row.parcel().equals(statement.subject().parcelId().value())
                && row.recipient().equals(StatementKeeping.recipient(statement).value())
                && row.kind().equals(statement.kind().word())
                && row.status().equals(code)
                && row.at().equals(statement.at());
    }
}
