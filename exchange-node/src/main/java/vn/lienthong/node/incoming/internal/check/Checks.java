package vn.lienthong.node.incoming.internal.check;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.incoming.internal.record.CheckState;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** Checks what arrived before anybody asks, most urgent first, one at a time; at once when somebody looks earlier. */
@Component
@InNodeRole
public class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final int BATCH = 20;

    private final PackageCheck check;
    private final DocumentRows rows;
    private final TransactionTemplate transactions;

    Checks(PackageCheck check, DocumentRows rows, TransactionTemplate transactions) {
        this.check = check;
        this.rows = rows;
        this.transactions = transactions;
    }

    /** What is known about the document; it is checked now if it was not. */
    public CheckReport of(IncomingDocument document) {
        if (!document.origin().overAxis()) {
            return new CheckReport(List.of());
        }
        Optional<String> kept = rows.checks(document.id());
        return kept.map(CheckReport::read).orElseGet(() -> checkNow(document));
    }

    private CheckReport checkNow(IncomingDocument document) {
        CheckReport report = check.check(document).orElseGet(() -> new CheckReport(List.of()));
        CheckState outcome = report.outcome();
        transactions.executeWithoutResult(_ -> rows.checked(document.id(), outcome, report.write()));
        if (outcome == CheckState.BAD) {
            LOG.info("record {} has faults", document.id());
        }
        return report;
    }

    /** Checks the next ones; returns whether there may be more. */
    boolean checkNext() {
        List<IncomingDocument> next = rows.unchecked(BATCH);
        Rounds.each(
                next, document -> LOG.debug("checked, {}", checkNow(document).outcome()));
        return next.size() == BATCH;
    }
}
