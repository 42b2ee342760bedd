package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.CertificateRef;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.platform.CrashPoints;

/**
 * Sees to it that each agency served here has keys: makes them, has them published, renews them at half their life, destroys
 * them when nothing sealed to them can be on its way any more.
 *
 * <p>Guarantees: keys are durable before the directory hears of them, so a crash at any step is mended by the next round; an
 * epoch that this node did not make is reported loudly.
 */
final class AgencyKeyKeeper {

    /** So long before the end of the current keys new ones are made. */
    static final Duration RENEW_BEFORE = Duration.ofDays(90);

    /** So long after their successor keys still open envelopes: the longest life of a parcel. */
    static final Duration KEEP_AFTER = Duration.ofDays(91);

    private static final Logger LOG = LoggerFactory.getLogger(AgencyKeyKeeper.class);

    private final DirectoryView directory;
    private final AgencyKeyStore store;
    private final KeyAdmission admission;
    private final PlaceholderCertificates placeholders;
    private final CrashPoints crashPoints;
    private final InstantSource clock;

    AgencyKeyKeeper(
            DirectoryView directory,
            AgencyKeyStore store,
            KeyAdmission admission,
            PlaceholderCertificates placeholders,
            CrashPoints crashPoints,
            InstantSource clock) {
        this.directory = directory;
        this.store = store;
        this.admission = admission;
        this.placeholders = placeholders;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    /**
     * Looks after all agencies served here.
     *
     * @param served told of each agency that has keys
     * @return false when something is left to do that could not be done now
     */
    boolean round(Consumer<AgencyId> served) throws InterruptedException {
        boolean done = true;
        for (AgencyId agency : directory.hostedHere()) {
            try {
                look(agency);
                served.accept(agency);
            } catch (IOException e) {
                LOG.warn("agency {} has no new keys yet: {}", agency, e.toString());
                done = false;
            }
        }
        return done;
    }

    private void look(AgencyId agency) throws IOException, InterruptedException {
        Optional<AgencyEntry> entry = directory.current().agency(agency);
        Optional<AgencyKeys> published = entry.flatMap(AgencyEntry::currentKeys);
        Optional<AgencyKeySet> pending = store.pending(agency);
        if (pending.isPresent()) {
            publish(pending.get());
        } else if (published.isEmpty() || !isOurs(agency, published.get()) || isOld(published.get())) {
            AgencyKeySet fresh = generate(agency);
            store.keepPending(fresh);
            crashPoints.reach("agency-keys.made");
            publish(fresh);
        }
        destroyOld(agency);
    }

    private void publish(AgencyKeySet keys) throws IOException, InterruptedException {
        AgencyKeySet certified = admission.register(keys);
        crashPoints.reach("agency-keys.published");
        store.add(certified);
        LOG.info("agency {} has keys of epoch {}", certified.agency(), certified.epoch());
    }

    private boolean isOurs(AgencyId agency, AgencyKeys published) {
        Sha256 listed = published.classical().fingerprint();
        boolean ours = store.epochs(agency).stream()
                .map(keys -> keys.signing().classical().certificate())
                .anyMatch(certificate ->
                        Sha256.of(Certificates.encode(certificate)).equals(listed));
        if (!ours) {
            LOG.error(
                    "the directory lists keys of agency {} that this node did not make or has lost (epoch {})",
                    agency,
                    published.epoch());
        }
        return ours;
    }

    private boolean isOld(AgencyKeys published) {
        Instant soon = clock.instant().plus(RENEW_BEFORE);
        CertificateRef classical = published.classical();
        return !soon.isBefore(classical.notAfter())
                || directory.current().isRevoked(classical.fingerprint(), clock.instant())
                || directory.current().isRevoked(published.postQuantum().fingerprint(), clock.instant());
    }

    /** One pair signs in both suites: the stronger algorithms, which both allow. */
    private AgencyKeySet generate(AgencyId agency) {
        Map<SuiteId, SigningKey> sealing = new HashMap<>();
        for (String suite : List.of("LT-1", "LT-2")) {
            KeyAlgorithm kem = SuiteRegistry.standard()
                    .find(new vn.lienthong.crypto.suite.SuiteId(suite))
                    .orElseThrow()
                    .kem();
            sealing.put(new SuiteId(suite), placeholders.generate(kem));
        }
        DualSigningKey signing = new DualSigningKey(
                placeholders.generate(KeyAlgorithm.EC_P384), placeholders.generate(KeyAlgorithm.ML_DSA_87));
        return new AgencyKeySet(agency, 0, signing, sealing);
    }

    private void destroyOld(AgencyId agency) throws IOException {
        List<AgencyKeySet> epochs = store.epochs(agency);
        for (int i = 1; i < epochs.size(); i++) {
            Instant replaced = epochs.get(i - 1).notBefore();
            if (clock.instant().isAfter(replaced.plus(KEEP_AFTER))) {
                LOG.info(
                        "keys of agency {} of epoch {} are destroyed",
                        agency,
                        epochs.get(i).epoch());
                store.destroy(agency, epochs.get(i).epoch());
            }
        }
    }
}
