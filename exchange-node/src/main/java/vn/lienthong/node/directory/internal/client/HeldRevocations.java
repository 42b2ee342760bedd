package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.certificate.RevocationCheck;

/** The authority's last revocation list, in a file: a proof that is made while the directory is away takes the last one along. */
final class HeldRevocations {

    private static final Logger LOG = LoggerFactory.getLogger(HeldRevocations.class);
    private static final Duration RENEW = Duration.ofHours(1);

    private final Path file;
    private final X509Certificate authority;
    private final InstantSource clock;
    private long sequence = -1;
    private Instant asked = Instant.EPOCH;

    HeldRevocations(Path file, X509Certificate authority, InstantSource clock) {
        this.file = file;
        this.authority = authority;
        this.clock = clock;
    }

    /** Whether a newer list is wanted, after the publication of this number. */
    synchronized boolean isDue(long latest) {
        return latest != sequence || !clock.instant().isBefore(asked.plus(RENEW));
    }

    /** Takes what the directory shows, if it is a current list of the authority. */
    synchronized void take(byte[] list, long latest) {
        if (RevocationCheck.of(list, authority, clock.instant()) instanceof RevocationCheck.Refused(String detail)) {
            LOG.warn("what the directory shows as its revocation list is none: {}", detail);
            return;
        }
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.write(unfinished, list);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            sequence = latest;
            asked = clock.instant();
        } catch (IOException e) {
            LOG.warn("the revocation list cannot be kept: {}", e.toString());
        }
    }

    /** The last one; empty as long as none was taken. */
    synchronized Optional<Octets> last() {
        try {
            return Files.exists(file) ? Optional.of(Octets.of(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("the revocation list cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }
}
