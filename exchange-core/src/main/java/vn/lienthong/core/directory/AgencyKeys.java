package vn.lienthong.core.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.value.SuiteId;

/**
 * The keys of an agency in one epoch, by fingerprint.
 *
 * @param epoch grows by every change of keys
 * @param classical certificate of the ECDSA or RSA signing key
 * @param postQuantum certificate of the ML-DSA signing key
 * @param suiteKeys one certificate per suite
 */
public record AgencyKeys(
        long epoch, CertificateRef classical, CertificateRef postQuantum, List<SuiteCertificate> suiteKeys) {

    /** Copies the list. */
    public AgencyKeys {
        suiteKeys = List.copyOf(suiteKeys);
    }

    static AgencyKeys of(AgencyKeysPut put) {
        List<SuiteCertificate> suiteKeys = put.suiteKeys().stream()
                .map(key -> new SuiteCertificate(key.suite(), key.certificate().toRef()))
                .toList();
        return new AgencyKeys(
                put.epoch(), put.classical().toRef(), put.postQuantum().toRef(), suiteKeys);
    }

    /** Returns the certificate to seal to in that suite. */
    public Optional<CertificateRef> suiteKey(SuiteId suite) {
        return suiteKeys.stream()
                .filter(key -> key.suite().equals(suite))
                .map(SuiteCertificate::certificate)
                .findFirst();
    }

    Stream<CertificateRef> certificates() {
        return Stream.concat(
                Stream.of(classical, postQuantum), suiteKeys.stream().map(SuiteCertificate::certificate));
    }

    /**
     * A suite and the certificate to seal to.
     *
     * @param suite the suite
     * @param certificate its certificate
     */
    public record SuiteCertificate(SuiteId suite, CertificateRef certificate) {}
}
