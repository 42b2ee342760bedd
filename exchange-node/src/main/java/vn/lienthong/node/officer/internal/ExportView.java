package vn.lienthong.node.officer.internal;

import java.util.List;
import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.export.ExportJob;
import vn.lienthong.node.web.JobProgress;

/**
 * An export as the pages show it.
 *
 * @param job what it is
 * @param progress how far it is
 */
record ExportView(ExportJob job, JobProgress progress) {

    static ExportView of(ExportJob job) {
        JobProgress.State state = switch (job.state()) {
            case PROPOSED, WAITING -> JobProgress.State.WAITING;
            case RUNNING -> JobProgress.State.RUNNING;
            case DONE, EXPIRED -> JobProgress.State.DONE;
            case FAILED, REJECTED -> JobProgress.State.FAILED;
        };
        String label = job.format() == ExportFormat.DOSSIER ? "officer.dossier.job" : "officer.export.job";
        return new ExportView(job, new JobProgress(state, job.done(), 0, label));
    }

    static List<ExportView> of(List<ExportJob> jobs) {
        return jobs.stream().map(ExportView::of).toList();
    }

    /** Whether pages should look again soon. */
    public boolean going() {
        return progress.going() && !proposed();
    }

    /** Whether it waits for a second officer. */
    public boolean proposed() {
        return job.state() == ExportJob.State.PROPOSED;
    }

    /** Key of the words for its state. */
    public String state() {
        return switch (job.state()) {
            case PROPOSED -> "officer.export.proposed";
            case REJECTED -> "officer.export.rejected";
            case EXPIRED -> "officer.export.expired";
            case WAITING, RUNNING, DONE, FAILED -> "ui.job." + progress.slug();
        };
    }

    /** How the state is marked. */
    public String mark() {
        return switch (job.state()) {
            case PROPOSED -> "warning";
            case EXPIRED -> "quiet";
            case WAITING, RUNNING, DONE, FAILED, REJECTED -> progress.mark();
        };
    }

    /** Whether its files can be had. */
    public boolean ready() {
        return job.state() == ExportJob.State.DONE;
    }

    /** Whether its files were deleted. */
    public boolean expired() {
        return job.state() == ExportJob.State.EXPIRED;
    }

    /** Whether it is a case dossier. */
    public boolean dossier() {
        return job.format() == ExportFormat.DOSSIER;
    }
}
