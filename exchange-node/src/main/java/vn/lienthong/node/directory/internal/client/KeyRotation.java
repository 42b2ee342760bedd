package vn.lienthong.node.directory.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.CertificateRef;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.suite.EnvelopeScheme;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.PlaceholderCertificates;

/** Which keys of an agency have had their time, and the set that follows: each key on its own, the others are carried over. */
final class KeyRotation {

    /** So long before its end a signing certificate is replaced at the latest. */
    static final Duration SIGNING_AHEAD = Duration.ofDays(90);

    /** So long before its end a certificate for envelopes is replaced at the latest. */
    static final Duration SEALING_AHEAD = Duration.ofDays(30);

    private final DirectoryView directory;
    private final PlaceholderCertificates placeholders;
    private final KeyTerms terms;
    private final InstantSource clock;

    KeyRotation(DirectoryView directory, PlaceholderCertificates placeholders, KeyTerms terms, InstantSource clock) {
        this.directory = directory;
        this.placeholders = placeholders;
        this.terms = terms;
        this.clock = clock;
    }

    /** All keys that an agency has: {@link AgencyKeySet#SIGNING} and the suites. */
    Set<String> all() {
        Set<String> all = sealing();
        all.add(AgencyKeySet.SIGNING);
        return all;
    }

    /** The keys that envelopes are sealed to. */
    Set<String> sealing() {
        Set<String> suites = new TreeSet<>();
        terms.suiteIds().forEach(suite -> suites.add(suite.value()));
        return suites;
    }

    /**
     * The keys whose time is over, and those that are missing.
     *
     * @param accepted the suites that the directory says the agency accepts
     */
    Set<String> due(AgencyKeys published, List<SuiteId> accepted) {
        Set<String> due = new TreeSet<>();
        List.of(published.classical(), published.postQuantum()).forEach(certificate -> {
            if (isOver(certificate, terms.signing(), SIGNING_AHEAD)) {
                due.add(AgencyKeySet.SIGNING);
            }
        });
        for (SuiteId suite : terms.suiteIds()) {
            Optional<CertificateRef> listed = published.suiteKey(suite);
            boolean over = listed.filter(certificate -> isOver(certificate, terms.sealing(suite), SEALING_AHEAD))
                    .isPresent();
            if (over || (listed.isEmpty() && accepted.contains(suite))) {
                due.add(suite.value());
            }
        }
        return due;
    }

    private boolean isOver(CertificateRef certificate, Duration life, Duration ahead) {
        Instant now = clock.instant();
        return !now.isBefore(certificate.notBefore().plus(life))
                || !now.plus(ahead).isBefore(certificate.notAfter())
                || directory.current().isRevoked(certificate.fingerprint(), now);
    }

    /** A set of new keys. One pair signs in both suites: the stronger algorithms, which both allow. */
    AgencyKeySet fresh(AgencyId agency) {
        Map<SuiteId, SigningKey> sealing = new HashMap<>();
        terms.suiteIds().forEach(suite -> sealing.put(suite, key(suite)));
        return new AgencyKeySet(agency, 0, pair(), sealing);
    }

    /** The set that follows: new keys for what is due, the others carried over. */
    AgencyKeySet next(AgencyKeySet current, Set<String> due) {
        Map<SuiteId, SigningKey> sealing = new HashMap<>();
        for (SuiteId suite : terms.suiteIds()) {
            SigningKey held = current.sealing().get(suite);
            sealing.put(suite, held == null || due.contains(suite.value()) ? key(suite) : held);
        }
        DualSigningKey signing = due.contains(AgencyKeySet.SIGNING) ? pair() : current.signing();
        return new AgencyKeySet(current.agency(), 0, signing, sealing);
    }

    private DualSigningKey pair() {
        return new DualSigningKey(
                placeholders.generate(KeyAlgorithm.EC_P384), placeholders.generate(KeyAlgorithm.ML_DSA_87));
    }

    private SigningKey key(SuiteId suite) {
        EnvelopeScheme scheme = SuiteRegistry.standard()
                .find(new vn.lienthong.crypto.suite.SuiteId(suite.value()))
                .orElseThrow(() -> new IllegalStateException("lienthong.keys.suites names an unknown suite"))
                .scheme();
        return scheme.keys()
                .filter(placeholders::makesInToken)
                .map(placeholders::generate)
                .orElseGet(() -> placeholders.generate(scheme.generate()));
    }

    /** Until when keys that this set has replaced still open what is on its way. */
    Instant keptUntil(AgencyKeySet successor) {
        return successor.since().plus(terms.keep());
    }
}
