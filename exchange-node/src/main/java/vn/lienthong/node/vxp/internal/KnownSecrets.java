package vn.lienthong.node.vxp.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.vxp.GatewaySecrets.Facts;

/**
 * Opened secrets of systems that call often, for some seconds: a poll costs no question to the database. Where several processes
 * serve one database, a withdrawn secret is refused by the others after that time.
 */
@InNodeRole
@Component
class KnownSecrets {

    private static final Duration KNOWN = Duration.ofSeconds(10);
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);
    private static final int MOST_SYSTEMS = 10_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecretKeySpec NOBODY = new SecretKeySpec(new byte[32], ALGORITHM);

    private final SecretRows rows;
    private final SecretSeal seal;
    private final StatementsForSystems statements;
    private final InstantSource clock;
    private final Map<String, Opened> systems = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();

    KnownSecrets(SecretRows rows, SecretSeal seal, StatementsForSystems statements, InstantSource clock) {
        this.rows = rows;
        this.seal = seal;
        this.statements = statements;
        this.clock = clock;
    }

    /** One secret, opened. */
    record Key(Facts facts, Networks networks, SecretKeySpec key) {

        @Override
        public String toString() {
            return "Key[" + facts.id() + "]";
        }
    }

    private record Opened(List<Key> keys, Instant until) {}

    /** Finds the secret in force with which the text was signed, comparing in constant time. */
    Optional<Key> signer(String systemId, byte[] text, String signature) {
        byte[] given = signature.strip().getBytes(StandardCharsets.US_ASCII);
        Optional<Key> found = Optional.empty();
        List<Key> keys = keys(systemId);
        for (Key key : keys) {
            if (matches(key.key(), text, given)) {
                found = Optional.of(key);
            }
        }
        // Unknown systems take as long as known ones.
        if (keys.isEmpty() && matches(NOBODY, text, given)) {
            return Optional.empty();
        }
        return found.filter(key -> key.facts().isInForce(clock.instant()));
    }

    /** Finds the secret in force that is this one, comparing in constant time. */
    Optional<Key> holder(String systemId, String secret) {
        byte[] given = secret.getBytes(StandardCharsets.UTF_8);
        Optional<Key> found = Optional.empty();
        for (Key key : keys(systemId)) {
            if (MessageDigest.isEqual(key.key().getEncoded(), given)) {
                found = Optional.of(key);
            }
        }
        return found.filter(key -> key.facts().isInForce(clock.instant()));
    }

    private static boolean matches(SecretKeySpec key, byte[] text, byte[] given) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] expected = HexFormat.of().formatHex(mac.doFinal(text)).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(expected, lower(given));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    private static byte[] lower(byte[] hex) {
        byte[] lower = hex.clone();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = lower[i] >= 'A' && lower[i] <= 'F' ? (byte) (lower[i] + 0x20) : lower[i];
        }
        return lower;
    }

    private List<Key> keys(String systemId) {
        Instant now = clock.instant();
        Opened known = systems.get(systemId);
        if (known != null && known.until().isAfter(now)) {
            return known.keys();
        }
        List<Key> keys = rows.inForce(systemId, now).stream().map(this::open).toList();
        if (!keys.isEmpty() && systems.size() < MOST_SYSTEMS) {
            systems.put(systemId, new Opened(keys, now.plus(KNOWN)));
        } else {
            systems.remove(systemId);
        }
        return keys;
    }

    private Key open(SecretRows.Kept kept) {
        Facts facts = kept.facts();
        byte[] secret =
                seal.open(facts.id(), kept.sealed().toByteArray()).reveal().getBytes(StandardCharsets.UTF_8);
        return new Key(facts, Networks.parse(facts.networks()).orElseThrow(), new SecretKeySpec(secret, ALGORITHM));
    }

    /** Looks into the database the next time, as soon as the caller's transaction has committed. */
    void forget(String systemId) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    lookAgain(systemId);
                }
            });
        } else {
            lookAgain(systemId);
        }
    }

    private void lookAgain(String systemId) {
        systems.remove(systemId);
        statements.systemsChanged();
    }

    /** Notes a use, about once a minute. */
    void used(Key key, String from) {
        Instant now = clock.instant();
        UUID id = key.facts().id();
        Instant before = uses.get(id);
        if (before == null || before.plus(USE_RESOLUTION).isBefore(now)) {
            uses.put(id, now);
            rows.used(id, now, from);
        }
    }
}
