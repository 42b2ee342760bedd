package vn.lienthong.node.directory.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.timestamp.TimestampAuthority;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.timestamp.LocalTimestampAuthority;

/**
 * The timestamp authority of the central directory. Its certificate is issued by the directory's authority, which every node has
 * pinned; key and certificate are renewed a year before their end, while the program runs.
 */
final class TimestampService implements LocalTimestampAuthority {

    /** Under which rules time is stated: the clock of the directory's machine, accurate to a second. */
    static final String POLICY = "2.25.92586662898087678041790687790845011010.3.1";

    private static final String FILE = "timestamp-authority";
    private static final String NAME = "timestamp";
    private static final Duration RENEW_BEFORE = Duration.ofDays(365);

    private record Current(TimestampAuthority authority, Instant renewAt) {}

    private final DirectoryAuthority issuer;
    private final KeyVault vault;
    private final InstantSource clock;
    private volatile Current current;

    /**
     * Opens the authority.
     *
     * @throws IOException if its key file cannot be read or made
     */
    TimestampService(DirectoryAuthority issuer, KeyVault vault, InstantSource clock) throws IOException {
        this.issuer = issuer;
        this.vault = vault;
        this.clock = clock;
        Optional<SigningKey> kept = vault.read(FILE).map(keys -> keys.get(NAME));
        this.current = current(kept.isPresent() ? kept.get() : issue());
    }

    @Override
    public byte[] answer(byte[] request) {
        if (isDue()) {
            renew();
        }
        return current.authority().answer(request);
    }

    private boolean isDue() {
        return !clock.instant().isBefore(current.renewAt());
    }

    private synchronized void renew() {
        if (isDue()) {
            try {
                current = current(issue());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private SigningKey issue() throws IOException {
        KeyPair pair = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);
        SigningKey key = new SigningKey(
                pair.getPrivate(),
                List.of(issuer.timestamp(pair.getPublic()), issuer.anchor().authority()));
        vault.write(FILE, Map.of(NAME, key));
        return key;
    }

    private Current current(SigningKey key) {
        return new Current(
                new TimestampAuthority(key, POLICY, clock),
                key.certificate().getNotAfter().toInstant().minus(RENEW_BEFORE));
    }
}
