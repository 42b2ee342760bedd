package vn.lienthong.node.directory.internal.watch;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.CertificateRef;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.KeyConfirmation;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.directory.DirectoryAlarm.Kind;
import vn.lienthong.node.directory.internal.publication.Taken;
import vn.lienthong.node.directory.internal.publication.TakenListener;
import vn.lienthong.node.directory.internal.watch.AlarmTable.Finding;

/**
 * Keeps documents from keys that the directory alone has given an agency: new keys count when the last pair that this node believes
 * has signed them, or when somebody here has asked the agency and says so. The first keys of an agency are believed.
 *
 * <p>Guarantees: the alarm and the row are durable together with the publication, before anything can be sealed to the keys; a
 * quarantined key is never chosen, an older one that still holds is. Thread-safe.
 */
public final class KeyQuarantine implements TakenListener {

    private final Kept kept;
    private final Function<Sha256, Optional<X509Certificate>> certificates;
    private final Consumer<Finding> alarms;
    private final Predicate<SuiteId> suites;
    private final InstantSource clock;
    private final Map<Sha256, Unconfirmed> open = new ConcurrentHashMap<>();

    /**
     * Begins with what is kept.
     *
     * @param certificates finds those that are listed
     * @param suites those to whose unconfirmed keys nothing is sealed; of the others nothing is said either
     */
    public KeyQuarantine(
            Kept kept,
            Function<Sha256, Optional<X509Certificate>> certificates,
            AlarmTable alarms,
            Predicate<SuiteId> suites,
            InstantSource clock) {
        this(kept, certificates, (Finding finding) -> alarms.raise(finding, false), suites, clock);
    }

    KeyQuarantine(
            Kept kept,
            Function<Sha256, Optional<X509Certificate>> certificates,
            Consumer<Finding> alarms,
            Predicate<SuiteId> suites,
            InstantSource clock) {
        this.kept = kept;
        this.certificates = certificates;
        this.alarms = alarms;
        this.suites = suites;
        this.clock = clock;
        kept.open().forEach(key -> open.put(key.fingerprint(), key));
    }

    /**
     * A key that nobody has confirmed.
     *
     * @param agency whose it is said to be
     * @param epoch of which epoch
     * @param suite for which suite
     * @param fingerprint of its certificate
     * @param seenAt when it came
     */
    public record Unconfirmed(AgencyId agency, long epoch, SuiteId suite, Sha256 fingerprint, Instant seenAt) {}

    /** Where unconfirmed keys are kept. */
    public interface Kept {

        /** Those that nobody has released, newest first. */
        List<Unconfirmed> open();

        /** Keeps one, in the caller's transaction. */
        void keep(Unconfirmed key);

        /** Somebody says that these keys are the agency's; false when there are none such. */
        boolean release(AgencyId agency, long epoch, String by, Instant at);
    }

    /** Whether nothing may be sealed to this certificate. */
    public boolean holds(Sha256 fingerprint) {
        Unconfirmed key = open.get(fingerprint);
        return key != null && suites.test(key.suite());
    }

    /** The unconfirmed keys that are held back, newest first. */
    public List<Unconfirmed> held() {
        return kept.open().stream().filter(key -> suites.test(key.suite())).toList();
    }

    /** Somebody has asked the agency: the keys of the epoch are its own. */
    public boolean release(AgencyId agency, long epoch, String by) {
        boolean released = kept.release(agency, epoch, by, clock.instant());
        open.values().removeIf(key -> key.agency().equals(agency) && key.epoch() == epoch);
        return released;
    }

    @Override
    public void taken(Taken taken) {
        Map<AgencyId, AgencyKeysPut> earlier = new HashMap<>();
        for (int i = 0; i < taken.publication().changes().size(); i++) {
            if (taken.publication().changes().get(i) instanceof AgencyKeysPut put) {
                // Only the first of several in one publication has what is before it in the snapshot.
                boolean first = earlier.putIfAbsent(put.agency(), put) == null;
                if (!first || !isConfirmed(put, taken.before())) {
                    hold(put, taken, taken.start().size() + i);
                }
            }
        }
    }

    private void hold(AgencyKeysPut put, Taken taken, long index) {
        Set<Sha256> believed =
                taken.before().agency(put.agency()).map(this::believed).orElse(Set.of());
        List<SuiteKey> foreign = put.suiteKeys().stream()
                .filter(key -> !believed.contains(key.certificate().toRef().fingerprint()))
                .toList();
        for (SuiteKey key : foreign) {
            Unconfirmed unconfirmed = new Unconfirmed(
                    put.agency(),
                    put.epoch(),
                    key.suite(),
                    key.certificate().toRef().fingerprint(),
                    clock.instant());
            kept.keep(unconfirmed);
            open.put(unconfirmed.fingerprint(), unconfirmed);
        }
        List<String> held = foreign.stream()
                .map(SuiteKey::suite)
                .filter(suites)
                .map(SuiteId::value)
                .toList();
        if (!held.isEmpty()) {
            alarms.accept(new Finding(
                    Kind.UNCONFIRMED_KEYS,
                    ErrorCode.KEY_UNCONFIRMED,
                    put.agency().toString(),
                    taken.publication().sequence(),
                    index,
                    "keys of epoch " + put.epoch() + " are not confirmed by the keys before, suites " + held,
                    null));
        }
    }

    private Set<Sha256> believed(AgencyEntry entry) {
        return entry.keys().stream()
                .flatMap(keys -> keys.suiteKeys().stream())
                .map(key -> key.certificate().fingerprint())
                .filter(fingerprint -> !open.containsKey(fingerprint))
                .collect(Collectors.toSet());
    }

    private boolean isConfirmed(AgencyKeysPut put, DirectorySnapshot before) {
        Optional<AgencyEntry> entry = before.agency(put.agency());
        if (entry.isEmpty() || entry.get().keys().isEmpty()) {
            return true;
        }
        KeyConfirmation confirmation = put.confirmation();
        if (confirmation == null) {
            return false;
        }
        return entry.get().keys().stream()
                .filter(this::isBelieved)
                .findFirst()
                .filter(base -> base.epoch() == confirmation.baseEpoch())
                .filter(base -> isSignedBy(base, put, confirmation, before))
                .isPresent();
    }

    private boolean isBelieved(AgencyKeys keys) {
        return open.values().stream()
                .noneMatch(key -> key.epoch() == keys.epoch()
                        && keys.suiteKeys().stream()
                                .anyMatch(own -> own.certificate().fingerprint().equals(key.fingerprint())));
    }

    private boolean isSignedBy(
            AgencyKeys base, AgencyKeysPut put, KeyConfirmation confirmation, DirectorySnapshot before) {
        Instant now = clock.instant();
        if (before.isRevoked(base.classical().fingerprint(), now)
                || before.isRevoked(base.postQuantum().fingerprint(), now)) {
            return false;
        }
        return statement(put, confirmation.baseEpoch())
                .filter(octets -> verifies(octets, confirmation.classical(), base.classical())
                        && verifies(octets, confirmation.postQuantum(), base.postQuantum()))
                .isPresent();
    }

    private boolean verifies(byte[] octets, Octets signature, CertificateRef signer) {
        return certificates
                .apply(signer.fingerprint())
                .map(certificate -> DetachedSignature.verify(octets, signature.toByteArray(), certificate))
                .filter(SignatureCheck.Valid.class::isInstance)
                .isPresent();
    }

    private static Optional<byte[]> statement(AgencyKeysPut put, long baseEpoch) {
        try {
            Map<SuiteId, Sha256> sealing = new HashMap<>();
            for (SuiteKey key : put.suiteKeys()) {
                sealing.put(key.suite(), key(key.certificate()));
            }
            return Optional.of(KeyConfirmation.statement(
                    put.agency(), baseEpoch, key(put.classical()), key(put.postQuantum()), sealing));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    private static Sha256 key(PublishedCertificate certificate) throws CertificateException {
        X509Certificate decoded = Certificates.decode(certificate.der().toByteArray());
        return AskedTable.of(decoded.getPublicKey());
    }
}
