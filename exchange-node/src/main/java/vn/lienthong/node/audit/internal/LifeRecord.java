package vn.lienthong.node.audit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.RecordingFailedException;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.NodeFacts;

/**
 * Records start and stop. A file in the data directory says that the program runs; when it is still there at the next start, the
 * program did not stop but was killed, or the machine lost its power: that is recorded too, with the last sign of life.
 */
@Component
class LifeRecord implements SmartLifecycle, Round {

    private static final Logger LOG = LoggerFactory.getLogger(LifeRecord.class);

    private final AuditTrail trail;
    private final ConfigurationRecord configuration;
    private final NodeFacts facts;
    private final InstantSource clock;
    private final Path sign;
    private volatile boolean running;

    LifeRecord(
            AuditTrail trail,
            ConfigurationRecord configuration,
            NodeFacts facts,
            InstantSource clock,
            DataDirectory data) {
        this.trail = trail;
        this.configuration = configuration;
        this.facts = facts;
        this.clock = clock;
        this.sign = data.root().resolve("running");
    }

    @Override
    public void start() {
        try {
            if (Files.exists(sign)) {
                String last = Files.readString(sign).strip();
                trail.recordNow(SecurityEvent.failed(EventKind.PROGRAM_CRASH, "NOT_STOPPED")
                        .with("lastSignOfLife", last));
            }
            writeSign();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trail.recordNow(SecurityEvent.of(EventKind.PROGRAM_START)
                .with("role", facts.role())
                .with("version", facts.version()));
        configuration.read();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            trail.recordNow(SecurityEvent.of(EventKind.PROGRAM_STOP));
            Files.deleteIfExists(sign);
        } catch (RecordingFailedException | IOException e) {
            // The sign stays, so the next start tells that this end is not in the log.
            LOG.warn("the stop could not be recorded", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the doors have closed: nothing comes after the stop. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        if (running) {
            try {
                writeSign();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void writeSign() throws IOException {
        Path fresh = sign.resolveSibling("running.new");
        Path written = Files.writeString(fresh, Times.text(clock.instant()), StandardCharsets.UTF_8);
        Path moved = Files.move(written, sign, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LOG.trace("sign of life {}", moved);
    }
}
