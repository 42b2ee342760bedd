package vn.lienthong.node.officer.internal;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.platform.NodeFacts;

/** Writes, signs and keeps the reports of verifications. */
@Component
class VerificationReports {

    private static final int SHOWN = 10;

    private final ReportTable table;
    private final LogBook log;
    private final NodeFacts facts;
    private final NodeKeys keys;
    private final InstantSource clock;

    VerificationReports(ReportTable table, LogBook log, NodeFacts facts, NodeKeys keys, InstantSource clock) {
        this.table = table;
        this.log = log;
        this.facts = facts;
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps the report of a run that is over; returns its digest. */
    Sha256 keep(VerificationJob.Run run, LogVerdict verdict) {
        byte[] report = VerificationReport.text(facts, log.state(LogName.EVENTS), run, verdict)
                .getBytes(StandardCharsets.UTF_8);
        byte[] signature = DetachedSignature.sign(report, keys.signingKey(), clock.instant());
        table.keep(new ReportTable.Fresh(
                run.by(),
                Optional.ofNullable(run.endedAt()).orElseGet(clock::instant),
                verdict.checked(),
                verdict.faultCount(),
                verdict.isSound(),
                Octets.of(report),
                Octets.of(signature)));
        return Sha256.of(report);
    }

    /** The last ten. */
    List<ReportTable.Kept> last() {
        return table.last(SHOWN);
    }

    /** The text of a report. */
    Optional<Octets> report(long id) {
        return table.report(id);
    }

    /** Its signature. */
    Optional<Octets> signature(long id) {
        return table.signature(id);
    }
}
