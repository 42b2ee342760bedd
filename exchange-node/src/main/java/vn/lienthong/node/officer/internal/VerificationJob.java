package vn.lienthong.node.officer.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.log.LogVerification;
import vn.lienthong.node.web.JobProgress;

/**
 * Verifies the whole log in the background, one run at a time. What it found is a signed report and an event with its digest; both
 * stay after a restart, which forgets the run itself.
 */
@Component
class VerificationJob implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(VerificationJob.class);
    private static final String LABEL = "officer.integrity.job";

    private final LogVerification verification;
    private final VerificationReports reports;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Run> current = new AtomicReference<>();
    private volatile boolean stopping;

    VerificationJob(LogVerification verification, VerificationReports reports, AuditTrail trail, InstantSource clock) {
        this.verification = verification;
        this.reports = reports;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A run, as it is at a moment.
     *
     * @param by log-in name of the officer
     * @param begunAt when
     * @param endedAt when; null while it runs
     * @param progress how far it is
     * @param verdict what was found; null until it is over, and when it broke
     */
    record Run(
            String by,
            Instant begunAt,
            @Nullable Instant endedAt,
            JobProgress progress,
            @Nullable LogVerdict verdict) {}

    Optional<Run> last() {
        return Optional.ofNullable(current.get());
    }

    /** Begins, unless a run is going on. */
    boolean begin(String officer, Actor actor) {
        Run before = current.get();
        Run fresh =
                new Run(officer, clock.instant(), null, new JobProgress(JobProgress.State.WAITING, 0, 0, LABEL), null);
        if ((before != null && before.progress().going()) || !current.compareAndSet(before, fresh)) {
            return false;
        }
        var _ = Thread.ofVirtual().name("verification").start(() -> run(fresh, actor));
        return true;
    }

    private void run(Run run, Actor actor) {
        boolean over = false;
        try {
            LogVerdict verdict = verification.verify(LogName.EVENTS, (done, total) -> {
                current.set(at(run, JobProgress.State.RUNNING, done, total, null));
                return !stopping;
            });
            Run done = at(run, JobProgress.State.DONE, verdict.checked(), verdict.size(), verdict);
            record(verdict, actor, reports.keep(done, verdict));
            current.set(done);
            over = true;
        } finally {
            if (!over) {
                LOG.error("the verification of the log ended without a result");
                current.set(at(run, JobProgress.State.FAILED, 0, 0, null));
            }
        }
    }

    private Run at(Run run, JobProgress.State state, long done, long total, @Nullable LogVerdict verdict) {
        boolean going = state == JobProgress.State.RUNNING;
        return new Run(
                run.by(),
                run.begunAt(),
                going ? null : clock.instant(),
                new JobProgress(state, done, total, LABEL),
                verdict);
    }

    private void record(LogVerdict verdict, Actor actor, Sha256 report) {
        SecurityEvent event = verdict.isSound()
                ? SecurityEvent.of(EventKind.AUDIT_VERIFY)
                : SecurityEvent.failed(EventKind.AUDIT_VERIFY, "FAULTS_FOUND");
        trail.recordNow(described(event, verdict, report).by(actor));
        if (!verdict.isSound()) {
            trail.recordNow(described(SecurityEvent.failed(EventKind.LOG_TAMPER, "FAULTS_FOUND"), verdict, report));
        }
    }

    private static SecurityEvent described(SecurityEvent event, LogVerdict verdict, Sha256 report) {
        return event.on(EventObject.of(EventObject.Kind.LOG, LogName.EVENTS.word()))
                .with("size", verdict.size())
                .with("checked", verdict.checked())
                .with("faults", verdict.faultCount())
                .with("root", String.valueOf(verdict.root()))
                .with("reportSha256", report.hex());
    }

    @Override
    public void destroy() {
        stopping = true;
    }
}
