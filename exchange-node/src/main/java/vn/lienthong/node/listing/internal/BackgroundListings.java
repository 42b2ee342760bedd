package vn.lienthong.node.listing.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.listing.ListExport;
import vn.lienthong.node.listing.ListFormat;
import vn.lienthong.node.listing.ListJob;
import vn.lienthong.node.listing.Listings;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;

/** Writes exports on two threads of their own, one list after the other. */
@InNodeRole
@Component
class BackgroundListings implements Listings, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundListings.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int THREADS = 2;
    private static final int WAITING = 50;
    private static final int MOST_SHOWN = 30;

    private final ListFiles files;
    private final AuditTrail trail;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final Map<UUID, RunningExport> jobs = new ConcurrentHashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("listing-", 0).daemon().factory());

    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("listing-sweeper").daemon().factory());

    BackgroundListings(ListFiles files, AuditTrail trail, TimeOrderedIds ids, InstantSource clock) {
        this.files = files;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        var _ = sweeper.scheduleWithFixedDelay(this::forgetOld, 1, 1, TimeUnit.HOURS);
    }

    @Override
    public Optional<ListJob> start(ListExport export, ListFormat format, Person by) {
        forgetOld();
        Instant now = clock.instant();
        RunningExport job = new RunningExport(ids.next(), export, format, by.login(), now, now.plus(KEPT));
        trail.recordNow(event(EventKind.LIST_EXPORT, job));
        jobs.put(job.id(), job);
        try {
            threads.execute(() -> run(job));
        } catch (RejectedExecutionException tooMany) {
            jobs.remove(job.id());
            return Optional.empty();
        }
        return Optional.of(job.job());
    }

    private static SecurityEvent event(EventKind kind, RunningExport job) {
        return SecurityEvent.of(kind)
                .on(EventObject.of(EventObject.Kind.CASE, job.id()))
                .with("agency", job.export().agency().value())
                .with("list", job.export().name())
                .with("format", job.format().name());
    }

    private void run(RunningExport job) {
        job.begin();
        try {
            job.finish(write(job));
        } catch (IOException | RuntimeException failed) {
            // Whatever a list throws ends its export and nothing else.
            job.fail();
            LOG.warn("an export failed", failed);
        }
    }

    private long write(RunningExport job) throws IOException {
        try (OutputStream sealed = files.create(job.id(), job.key());
                CountingOutput counted = new CountingOutput(sealed)) {
            switch (job.format()) {
                case XLSX -> WorkbookWriting.write(job.export(), counted, job::written);
                case CSV -> CsvWriting.write(job.export(), counted, job::written);
            }
            return counted.octets();
        }
    }

    /** The newest exports of a person. */
    List<ListJob> of(Person person) {
        forgetOld();
        return jobs.values().stream()
                .filter(job -> theirs(job, person))
                .map(RunningExport::job)
                .sorted(Comparator.comparing(ListJob::requestedAt).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    Optional<ListJob> find(Person person, UUID id) {
        return running(person, id).map(RunningExport::job);
    }

    private Optional<RunningExport> running(Person person, UUID id) {
        forgetOld();
        return Optional.ofNullable(jobs.get(id)).filter(job -> theirs(job, person));
    }

    private static boolean theirs(RunningExport job, Person person) {
        return job.owner().equals(person.login())
                && person.may(Permission.READ_DOCUMENTS, job.export().agency());
    }

    /** The file, once it is done; fetching it is an event. */
    Optional<Download> open(Person person, UUID id) {
        Optional<RunningExport> found =
                running(person, id).filter(job -> job.job().ready());
        found.ifPresent(job -> trail.recordNow(event(EventKind.LIST_DOWNLOAD, job)));
        return found.map(job -> new Download(
                job.job().fileName(), job.format().mediaType(), job.job().size(), out -> {
                    try (var plain = files.open(job.id(), job.key())) {
                        var _ = plain.transferTo(out);
                    }
                }));
    }

    private void forgetOld() {
        Instant now = clock.instant();
        jobs.values().removeIf(job -> {
            if (job.isOver(now)) {
                delete(job.id());
                return true;
            }
            return false;
        });
    }

    private void delete(UUID id) {
        try {
            files.delete(id);
        } catch (IOException e) {
            LOG.warn("an exported file could not be deleted", e);
        }
    }

    @Override
    public void destroy() {
        var _ = threads.shutdownNow();
        var _ = sweeper.shutdownNow();
        jobs.keySet().forEach(this::delete);
        jobs.clear();
    }
}
