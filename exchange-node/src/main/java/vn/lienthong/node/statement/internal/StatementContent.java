package vn.lienthong.node.statement.internal;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LoggedContent;
import vn.lienthong.node.platform.InNodeRole;

/** The statements to which entries of the own log commit. */
@Component
@InNodeRole
class StatementContent implements LoggedContent {

    private final StatementRows rows;

    StatementContent(StatementRows rows) {
        this.rows = rows;
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
}
