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
            case WAITING -> JobProgress.State.WAITING;
            case RUNNING -> JobProgress.State.RUNNING;
            case DONE, EXPIRED -> JobProgress.State.DONE;
            case FAILED -> JobProgress.State.FAILED;
        };
        String label = job.format() == ExportFormat.DOSSIER ? "officer.dossier.job" : "officer.export.job";
        return new ExportView(job, new JobProgress(state, job.done(), 0, label));
    }

    static List<ExportView> of(List<ExportJob> jobs) {
        return jobs.stream().map(ExportView::of).toList();
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
