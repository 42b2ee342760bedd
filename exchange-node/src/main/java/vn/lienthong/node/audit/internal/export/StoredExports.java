package vn.lienthong.node.audit.internal.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.export.ExportDecision;
import vn.lienthong.node.audit.export.ExportDownload;
import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.export.ExportJob;
import vn.lienthong.node.audit.export.ExportPart;
import vn.lienthong.node.audit.export.Exports;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.internal.search.Sight;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;

/** Exports as officers ask for them. */
@Service
class StoredExports implements Exports {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int MOST = 200;

    private final ExportRows rows;
    private final ExportFiles files;
    private final EventQueries events;
    private final Sight sight;
    private final AuditTrail trail;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    StoredExports(
            ExportRows rows,
            ExportFiles files,
            EventQueries events,
            Sight sight,
            AuditTrail trail,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.rows = rows;
        this.files = files;
        this.events = events;
        this.sight = sight;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ExportJob request(ExportFormat format, EventFilter filter, String officer) {
        // Whoever asks learns at once, and not from a failed export, that a value cannot be.
        Secrecy up = sight.here();
        long atLeast = events.countUpTo(filter, up, 1);
        Secrecy level = level(filter, up);
        boolean secret = level.isStateSecret() || asksForSecrets(filter);
        ExportJob job = job(format, filter, level, officer, secret);
        rows.insert(job);
        EventKind kind = format == ExportFormat.DOSSIER ? EventKind.AUDIT_DOSSIER : EventKind.AUDIT_EXPORT;
        SecurityEvent event = SecurityEvent.of(kind)
                .on(about(job))
                .with("format", format)
                .with("from", filter.from())
                .with("until", filter.until())
                .with("approvalNeeded", secret)
                .with("empty", atLeast == 0);
        for (Map.Entry<FilterField, String> term : filter.terms().entrySet()) {
            String name = "term." + term.getKey();
            event = term.getKey() == FilterField.ADDRESS
                    ? event.withPrivate(name, term.getValue())
                    : event.with(name, term.getValue());
        }
        trail.record(event);
        return job;
    }

    /** What the officer may get of what is asked for. Whoever asks for secrets without being cleared gets what there is for nobody. */
    private Secrecy level(EventFilter filter, Secrecy up) {
        Secrecy found = events.highest(filter, up);
        String asked = filter.terms().getOrDefault(FilterField.SECRECY, "0");
        Secrecy wanted = Secrecy.of(Integer.parseInt(asked));
        return up.covers(wanted) && wanted.covers(found) ? wanted : found;
    }

    private static boolean asksForSecrets(EventFilter filter) {
        return !filter.terms().getOrDefault(FilterField.SECRECY, "0").equals("0");
    }

    private static EventObject about(ExportJob job) {
        return EventObject.of(EventObject.Kind.CASE, job.id()).speakingOf(job.secrecy());
    }

    private ExportJob job(ExportFormat format, EventFilter filter, Secrecy level, String officer, boolean secret) {
        Instant now = clock.instant();
        return new ExportJob(
                ids.next(),
                format,
                filter,
                level,
                officer,
                now,
                null,
                secret ? ExportJob.State.PROPOSED : ExportJob.State.WAITING,
                0,
                0,
                null,
                null,
                now.plus(secret ? PATIENCE : KEPT));
    }

    @Override
    @Transactional
    public ExportDecision decide(UUID id, boolean approve, String officer) {
        Optional<ExportJob> job = find(id);
        if (job.isEmpty()) {
            return new ExportDecision.Absent();
        }
        if (job.get().requestedBy().equals(officer)) {
            return new ExportDecision.OwnRequest();
        }
        Instant now = clock.instant();
        ExportJob.State state = approve ? ExportJob.State.WAITING : ExportJob.State.REJECTED;
        if (!rows.decide(id, state, officer, now, now.plus(KEPT))) {
            return new ExportDecision.TooLate();
        }
        trail.record(SecurityEvent.of(approve ? EventKind.AUDIT_APPROVE : EventKind.AUDIT_REJECT)
                .on(about(job.get()))
                .withPrivate("requestedBy", job.get().requestedBy()));
        return new ExportDecision.Decided(rows.find(id).orElseThrow());
    }

    @Override
    @Transactional
    public ExportJob dossierOfDocument(String document, Instant from, Instant until, String officer) {
        return request(
                ExportFormat.DOSSIER, new EventFilter(from, until, Map.of(FilterField.OBJECT, document)), officer);
    }

    @Override
    @Transactional
    public ExportJob dossierOfActor(String actor, Instant from, Instant until, String officer) {
        return request(ExportFormat.DOSSIER, new EventFilter(from, until, Map.of(FilterField.ACTOR, actor)), officer);
    }

    @Override
    public List<ExportJob> list(int limit) {
        return rows.list(sight.here(), Math.clamp(limit, 1, MOST));
    }

    @Override
    public Optional<ExportJob> find(UUID id) {
        Secrecy up = sight.here();
        return rows.find(id).filter(job -> up.covers(job.secrecy()));
    }

    @Override
    public Optional<ExportDownload> open(UUID id, ExportPart part) {
        return find(id).filter(job -> job.state() == ExportJob.State.DONE)
                .filter(job -> Files.isRegularFile(files.file(job, part)))
                .map(job -> {
                    trail.recordNow(SecurityEvent.of(EventKind.AUDIT_DOWNLOAD)
                            .on(about(job))
                            .with("part", part));
                    return download(job, part);
                });
    }

    private ExportDownload download(ExportJob job, ExportPart part) {
        Path file = files.file(job, part);
        String mediaType = switch (part) {
            case DATA -> job.format().mediaType();
            case MANIFEST -> "application/json";
            case SIGNATURE -> "application/pkcs7-signature";
        };
        try {
            return new ExportDownload(String.valueOf(file.getFileName()), mediaType, Files.size(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
