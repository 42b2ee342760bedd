package vn.lienthong.node.directory.internal.server;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.CertificateOwner;
import vn.lienthong.core.directory.CertificateRef;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.KeyConfirmation;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyCertificates;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRegistration;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRevocation;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.SuiteCertificate;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.SuitePublicKey;
import vn.lienthong.node.directory.internal.server.PublicationLog.Draft;
import vn.lienthong.node.gateway.ProblemException;

/** Certifies and publishes the keys that a node made for an agency that it serves. */
final class AgencyKeyRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyKeyRegistration.class);
    private static final SuiteRegistry SUITES = SuiteRegistry.standard();

    private final PublicationLog log;
    private final DirectoryView directory;
    private final DirectoryAuthority authority;

    AgencyKeyRegistration(PublicationLog log, DirectoryView directory, DirectoryAuthority authority) {
        this.log = log;
        this.directory = directory;
        this.authority = authority;
    }

    /** The keys that a node offers, after their form and their possession were checked. */
    private record Offered(PublicKey classical, PublicKey postQuantum, Map<SuiteId, PublicKey> sealing) {}

    /** Publishes the keys as the next epoch; the keys of the current epoch again get the certificates that they have. */
    KeyCertificates register(NodeId caller, AgencyId agency, KeyRegistration registration) {
        Offered offered = offered(registration);
        return log.append((current, now) -> {
            AgencyEntry entry = current.agency(agency)
                    .filter(known -> known.node().equals(caller))
                    .orElseThrow(() -> refused(caller, agency));
            Optional<AgencyKeys> before = entry.currentKeys();
            if (before.isPresent() && isSame(before.get(), offered)) {
                return new Draft<>(List.of(), sequence -> published(before.get(), sequence));
            }
            long epoch = before.map(AgencyKeys::epoch).orElse(0L) + 1;
            AgencyKeysPut put = certified(
                    agency,
                    epoch,
                    offered,
                    before,
                    registration.confirmation(),
                    fingerprint -> current.isRevoked(fingerprint, now));
            LOG.info("agency {} has keys of epoch {}", agency, epoch);
            return Draft.of(put, sequence -> answer(put, sequence));
        });
    }

    /** Revokes a certificate of an agency that the caller serves; what is revoked stays so. */
    long revoke(NodeId caller, AgencyId agency, KeyRevocation wish) {
        Sha256 certificate =
                Sha256.fromHex(wish.certificate()).orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_MALFORMED));
        return log.append((current, now) -> {
            if (current.agency(agency)
                    .filter(known -> known.node().equals(caller))
                    .isEmpty()) {
                throw refused(caller, agency);
            }
            if (!current.owner(certificate).equals(Optional.of(new CertificateOwner.OfAgency(agency)))) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            return current.isRevoked(certificate, now)
                    ? new Draft<>(List.of(), sequence -> sequence)
                    : Draft.of(revocation(certificate, wish.reason(), now), sequence -> sequence);
        });
    }

    private static CertificateRevoked revocation(Sha256 certificate, String reason, Instant now) {
        try {
            return new CertificateRevoked(certificate, reason, now);
        } catch (IllegalArgumentException unfitting) {
            throw new ProblemException(ErrorCode.REQUEST_MALFORMED);
        }
    }

    private static ProblemException refused(NodeId caller, AgencyId agency) {
        LOG.warn("node {} offered keys for agency {}, which it does not serve", caller, agency);
        return new ProblemException(ErrorCode.NOT_SERVING_NODE);
    }

    private static Offered offered(KeyRegistration registration) {
        Map<SuiteId, Suite> suites = registration.suiteKeys().stream()
                .map(key -> suite(key.suite()))
                .collect(Collectors.toMap(
                        suite -> new SuiteId(suite.id().value()), Function.identity(), (one, other) -> {
                            throw new ProblemException(ErrorCode.DIRECTORY_KEY_REFUSED);
                        }));
        PublicKey classical = CertificateRequests.proved(
                registration.classicalRequest().toByteArray(),
                common(suites.values().stream().map(Suite::classical).toList()));
        PublicKey postQuantum = CertificateRequests.proved(
                registration.postQuantumRequest().toByteArray(),
                common(suites.values().stream().map(Suite::postQuantum).toList()));
        Map<SuiteId, PublicKey> sealing = new LinkedHashMap<>();
        registration.suiteKeys().stream()
                .sorted(Comparator.comparing(SuitePublicKey::suite))
                .forEach(key -> sealing.put(
                        new SuiteId(key.suite()),
                        CertificateRequests.bare(
                                key.publicKey().toByteArray(),
                                suite(key.suite()).scheme())));
        return new Offered(classical, postQuantum, sealing);
    }

    private static Suite suite(String name) {
        try {
            return SUITES.find(new vn.lienthong.crypto.suite.SuiteId(name))
                    .orElseThrow(() -> new ProblemException(ErrorCode.SUITE_UNKNOWN));
        } catch (IllegalArgumentException notAName) {
            throw new ProblemException(ErrorCode.SUITE_UNKNOWN);
        }
    }

    /** One key signs in all suites, so it must be of an algorithm that each of them allows. */
    private static Set<KeyAlgorithm> common(List<Set<KeyAlgorithm>> allowed) {
        Set<KeyAlgorithm> common = Set.of(KeyAlgorithm.values());
        for (Set<KeyAlgorithm> one : allowed) {
            common = common.stream().filter(one::contains).collect(Collectors.toSet());
        }
        return common;
    }

    /** Keys that stay keep their certificates; a revoked one never comes back. */
    private AgencyKeysPut certified(
            AgencyId agency,
            long epoch,
            Offered offered,
            Optional<AgencyKeys> before,
            @Nullable KeyConfirmation confirmation,
            Predicate<Sha256> revoked) {
        BiFunction<PublicKey, CertificateProfile, PublishedCertificate> certify = (key, profile) -> {
            Optional<CertificateRef> same = before.flatMap(keys ->
                    references(keys).filter(listed -> isKeyOf(listed, key)).findFirst());
            if (same.filter(listed -> revoked.test(listed.fingerprint())).isPresent()) {
                throw new ProblemException(ErrorCode.DIRECTORY_KEY_REFUSED);
            }
            return listed(same.map(this::listed).orElseGet(() -> authority.agency(agency, key, profile)));
        };
        List<SuiteKey> suiteKeys = new ArrayList<>();
        offered.sealing()
                .forEach((suite, key) ->
                        suiteKeys.add(new SuiteKey(suite, certify.apply(key, CertificateProfile.AGENCY_KEM))));
        return new AgencyKeysPut(
                agency,
                epoch,
                certify.apply(offered.classical(), CertificateProfile.AGENCY_SIGNING),
                certify.apply(offered.postQuantum(), CertificateProfile.AGENCY_SIGNING),
                suiteKeys,
                confirmation);
    }

    private static Stream<CertificateRef> references(AgencyKeys keys) {
        return Stream.concat(
                Stream.of(keys.classical(), keys.postQuantum()),
                keys.suiteKeys().stream().map(AgencyKeys.SuiteCertificate::certificate));
    }

    private static PublishedCertificate listed(X509Certificate certificate) {
        return new PublishedCertificate(
                Octets.of(Certificates.encode(certificate)),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private boolean isSame(AgencyKeys keys, Offered offered) {
        return keys.suiteKeys().size() == offered.sealing().size()
                && isKeyOf(keys.classical(), offered.classical())
                && isKeyOf(keys.postQuantum(), offered.postQuantum())
                && keys.suiteKeys().stream()
                        .allMatch(key -> Optional.ofNullable(offered.sealing().get(key.suite()))
                                .filter(same -> isKeyOf(key.certificate(), same))
                                .isPresent());
    }

    private boolean isKeyOf(CertificateRef certificate, PublicKey key) {
        return Sha256.of(listed(certificate).getPublicKey().getEncoded()).equals(Sha256.of(key.getEncoded()));
    }

    private X509Certificate listed(CertificateRef reference) {
        return directory
                .certificate(reference.fingerprint())
                .orElseThrow(() -> new IllegalStateException("a listed certificate is not stored"));
    }

    private Octets encoded(CertificateRef reference) {
        return Octets.of(Certificates.encode(listed(reference)));
    }

    private KeyCertificates published(AgencyKeys keys, long sequence) {
        return new KeyCertificates(
                EnrolmentMessages.VERSION,
                keys.epoch(),
                encoded(keys.classical()),
                encoded(keys.postQuantum()),
                keys.suiteKeys().stream()
                        .map(key -> new SuiteCertificate(key.suite().value(), encoded(key.certificate())))
                        .toList(),
                sequence);
    }

    private static KeyCertificates answer(AgencyKeysPut put, long sequence) {
        return new KeyCertificates(
                EnrolmentMessages.VERSION,
                put.epoch(),
                put.classical().der(),
                put.postQuantum().der(),
                put.suiteKeys().stream()
                        .map(key -> new SuiteCertificate(
                                key.suite().value(), key.certificate().der()))
                        .toList(),
                sequence);
    }
}
