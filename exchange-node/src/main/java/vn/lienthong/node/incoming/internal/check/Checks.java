package vn.lienthong.node.incoming.internal.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
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
public class Checks implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 20;

    private final PackageCheck check;
    private final DocumentRows rows;
    private final TransactionTemplate transactions;
    private final Rounds rounds = new Rounds("incoming-checks", PAUSE, this::checkNew);

    Checks(PackageCheck check, DocumentRows rows, TransactionTemplate transactions) {
        this.check = check;
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
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
        return report;
    }

    private void checkNew() {
        for (IncomingDocument document : rows.unchecked(BATCH)) {
            if (!isRunning()) {
                return;
            }
            CheckReport report = checkNow(document);
            if (report.outcome() == CheckState.BAD) {
                org.slf4j.LoggerFactory.getLogger(Checks.class).info("record {} has faults", document.id());
            }
        }
    }
}
