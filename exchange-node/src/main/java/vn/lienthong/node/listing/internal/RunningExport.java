package vn.lienthong.node.listing.internal;

import java.time.Instant;
import java.util.UUID;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.listing.ListExport;
import vn.lienthong.node.listing.ListFormat;
import vn.lienthong.node.listing.ListJob;
import vn.lienthong.node.web.JobProgress;

/** An export from asking to expiry; its key dies with it. */
final class RunningExport {
    private final UUID id;
    private final ListExport export;
    private final ListFormat format;
    private final LoginName owner;
    private final Instant requestedAt;
    private final Instant expiresAt;
    private final PayloadKey key = PayloadKey.generate();
    private volatile JobProgress.State state = JobProgress.State.WAITING;
    private volatile long rows;
    private volatile long size;

    RunningExport(
            UUID id, ListExport export, ListFormat format, LoginName owner, Instant requestedAt, Instant expiresAt) {
        this.id = id;
        this.export = export;
        this.format = format;
        this.owner = owner;
        this.requestedAt = requestedAt;
        this.expiresAt = expiresAt;
    }

    ListJob job() {
        return new ListJob(
                id,
                export.title(),
                export.name() + "." + format.ending(),
                format,
                export.agency(),
                state,
                rows,
                size,
                requestedAt,
                expiresAt);
    }

    UUID id() {
        return id;
    }

    ListExport export() {
        return export;
    }

    ListFormat format() {
        return format;
    }

    LoginName owner() {
        return owner;
    }

    PayloadKey key() {
        return key;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void begin() {
        state = JobProgress.State.RUNNING;
    }

    void written(long count) {
        rows = count;
    }

    void finish(long octets) {
        size = octets;
        state = JobProgress.State.DONE;
    }

    void fail() {
        state = JobProgress.State.FAILED;
    }
}
