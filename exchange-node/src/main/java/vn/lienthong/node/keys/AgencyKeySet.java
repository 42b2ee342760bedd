package vn.lienthong.node.keys;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.key.SigningKey;

/**
 * The private keys of one agency in one epoch.
 *
 * @param agency whose
 * @param epoch as the directory counts
 * @param signing the pair that signs packages
 * @param sealing one key per suite that opens envelopes
 */
public record AgencyKeySet(AgencyId agency, long epoch, DualSigningKey signing, Map<SuiteId, SigningKey> sealing) {

    /** What the two signing keys are for. */
    public static final String SIGNING = "signing";

    private static final String CLASSICAL = "classical";
    private static final String POST_QUANTUM = "post-quantum";

    /** Copies the map. */
    public AgencyKeySet {
        sealing = Map.copyOf(sealing);
    }

    /** Reads the entries of a key file; empty when one is missing. */
    public static Optional<AgencyKeySet> of(AgencyId agency, long epoch, Map<String, SigningKey> entries) {
        SigningKey classical = entries.get(CLASSICAL);
        SigningKey postQuantum = entries.get(POST_QUANTUM);
        if (classical == null || postQuantum == null) {
            return Optional.empty();
        }
        Map<SuiteId, SigningKey> sealing = new LinkedHashMap<>();
        entries.forEach((name, key) -> {
            if (!name.equals(CLASSICAL) && !name.equals(POST_QUANTUM)) {
                sealing.put(new SuiteId(name), key);
            }
        });
        return Optional.of(new AgencyKeySet(agency, epoch, new DualSigningKey(classical, postQuantum), sealing));
    }

    /** The entries of a key file. */
    public Map<String, SigningKey> entries() {
        Map<String, SigningKey> entries = new LinkedHashMap<>();
        entries.put(CLASSICAL, signing.classical());
        entries.put(POST_QUANTUM, signing.postQuantum());
        sealing.forEach((suite, key) -> entries.put(suite.value(), key));
        return entries;
    }

    /** The key that opens envelopes in the suite. */
    public Optional<RecipientKey> recipientKey(SuiteId suite) {
        return Optional.ofNullable(sealing.get(suite))
                .map(key -> new RecipientKey(key.privateKey(), key.certificate()));
    }

    /** All keys with what they are for: {@code signing} twice, then each suite. */
    public Stream<Map.Entry<String, SigningKey>> parts() {
        return Stream.concat(
                Stream.of(Map.entry(SIGNING, signing.classical()), Map.entry(SIGNING, signing.postQuantum())),
                sealing.entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey().value(), entry.getValue())));
    }

    /** From when on this set is in use: since the youngest of its keys was certified. Keys that did not change are carried over. */
    public Instant since() {
        return parts().map(part -> begin(part.getValue()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant begin(SigningKey key) {
        X509Certificate certificate = key.certificate();
        return certificate.getNotBefore().toInstant();
    }

    /** From when on the pair may sign. */
    public Instant notBefore() {
        X509Certificate certificate = signing.classical().certificate();
        return certificate.getNotBefore().toInstant();
    }

    /** When the pair may no longer sign. */
    public Instant notAfter() {
        X509Certificate certificate = signing.classical().certificate();
        return certificate.getNotAfter().toInstant();
    }
}
