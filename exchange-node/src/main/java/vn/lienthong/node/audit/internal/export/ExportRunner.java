package vn.lienthong.node.audit.internal.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.export.ExportJob;
import vn.lienthong.node.audit.export.ExportPart;
import vn.lienthong.node.audit.internal.Round;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.NodeFacts;

/** Writes exports one after the other, away from the other rounds, and deletes those whose time is over. */
@Component
class ExportRunner implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRunner.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BUFFER = 1 << 16;

    private final ExportRows rows;
    private final ExportFiles files;
    private final LinesWriter lines;
    private final DossierWriter dossiers;
    private final ExportManifest manifests;
    private final InstantSource clock;
    private final String version;
    private final AtomicBoolean busy = new AtomicBoolean();

    ExportRunner(
            ExportRows rows,
            ExportFiles files,
            LinesWriter lines,
            DossierWriter dossiers,
            ExportManifest manifests,
            InstantSource clock,
            NodeFacts facts) {
        this.rows = rows;
        this.files = files;
        this.lines = lines;
        this.dossiers = dossiers;
        this.manifests = manifests;
        this.clock = clock;
        this.version = facts.version();
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    @Override
    public void run() {
        if (busy.compareAndSet(false, true)) {
            Thread writer = Thread.ofVirtual().name("audit-export").start(this::work);
            LOG.trace("{} begins", writer);
        }
    }

    private void work() {
        try {
            sweep();
            boolean more = next();
            while (more) {
                more = next();
            }
        } catch (RuntimeException failed) {
            // The next round begins anew; the lease of whatever was under way ends by itself.
            LOG.warn("an export was broken off", failed);
        } finally {
            busy.set(false);
        }
    }

    private void sweep() {
        for (ExportJob job : rows.overdue(clock.instant())) {
            try {
                files.delete(job);
                rows.expired(job.id());
            } catch (IOException e) {
                LOG.warn("the files of export {} could not be deleted", job.id(), e);
            }
        }
    }

    private boolean next() {
        String owner = Thread.currentThread().threadId() + "-" + Long.toHexString(System.nanoTime());
        Instant now = clock.instant();
        Optional<ExportJob> job = rows.claim(owner, now, now.plus(LEASE));
        job.ifPresent(claimed -> write(claimed, owner));
        return job.isPresent();
    }

    private void write(ExportJob job, String owner) {
        try {
            Path unfinished = files.unfinished(job);
            MessageDigest digest = Sha256.digest();
            WrittenExport written = data(job, owner, unfinished, digest);
            Sha256 sha256 = Sha256.fromBytes(digest.digest());
            long size = Files.size(unfinished);
            Instant now = clock.instant();
            byte[] manifest = manifests.write(job, written, size, sha256, now);
            durable(files.file(job, ExportPart.MANIFEST), manifest);
            durable(files.file(job, ExportPart.SIGNATURE), manifests.sign(manifest, now));
            Path finished = Files.move(unfinished, files.file(job, ExportPart.DATA), StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.forceDirectoryOf(finished);
            rows.done(job.id(), owner, written.count(), size, sha256);
        } catch (ExportLostException lost) {
            LOG.info("export {} is written by another process", job.id(), lost);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("export {} failed", job.id(), e);
            rows.failed(job.id(), owner, String.valueOf(e.getMessage()));
        }
    }

    private WrittenExport data(ExportJob job, String owner, Path unfinished, MessageDigest digest) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = new BufferedOutputStream(
                        new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER)) {
            ExportProgress progress = done -> progress(job, owner, done);
            WrittenExport written = job.format() == ExportFormat.DOSSIER
                    ? dossiers.write(job.filter(), job.secrecy(), out, progress)
                    : lines.write(job.filter(), job.secrecy(), EventFormat.of(job.format(), version), out, progress);
            out.flush();
            channel.force(true);
            return written;
        }
    }

    private void progress(ExportJob job, String owner, long done) {
        if (!rows.progress(job.id(), owner, done, clock.instant().plus(LEASE))) {
            throw new ExportLostException();
        }
    }

    private static void durable(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            DurableFiles.writeFully(channel, content);
            channel.force(true);
        }
    }
}
