package vn.lienthong.crypto.internal.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.certificate.CertificateCheck;
import vn.lienthong.crypto.certificate.CertificateCheck.Invalid;
import vn.lienthong.crypto.certificate.CertificateCheck.Reason;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.certificate.TrustAnchor;

/** Checks certificates against an anchor. The cheap questions come first, the signature last. */
public final class CertificateInspector {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_CERT_SIGN = 5;

    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private CertificateInspector() {}

    /** Checks a certificate; see {@link TrustAnchor#check}. */
    public static CertificateCheck check(
            X509Certificate certificate, TrustAnchor anchor, CertificateProfile profile, Instant at) {
        try {
            return outside(
                            certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant(),
                            at)
                    .or(() -> revoked(certificate, anchor))
                    .or(() -> issuer(certificate, anchor, at))
                    .or(() -> usage(certificate, profile))
                    .or(() -> signature(certificate, anchor))
                    .map(CertificateCheck.class::cast)
                    .orElseGet(CertificateCheck.Valid::new);
        } catch (RuntimeException e) {
            // a certificate object decodes its parts late: every parse that throws anything is a refusal
            return new Invalid(Reason.WRONG_USAGE, "the certificate does not decode");
        }
    }

    private static Optional<Invalid> outside(Instant from, Instant to, Instant at) {
        if (at.isBefore(from)) {
            return invalid(Reason.NOT_YET_VALID, "valid from " + from);
        }
        return at.isAfter(to) ? invalid(Reason.EXPIRED, "valid until " + to) : Optional.empty();
    }

    private static Optional<Invalid> revoked(X509Certificate certificate, TrustAnchor anchor) {
        boolean revoked = anchor.revoked().contains(Certificates.fingerprint(certificate));
        return revoked ? invalid(Reason.REVOKED, "revoked") : Optional.empty();
    }

    private static Optional<Invalid> issuer(X509Certificate certificate, TrustAnchor anchor, Instant at) {
        X509Certificate authority = anchor.authority();
        if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return invalid(Reason.UNTRUSTED, "issued by another authority");
        }
        boolean[] usage = authority.getKeyUsage();
        if (authority.getBasicConstraints() < 0 || usage == null || !usage[KEY_CERT_SIGN]) {
            return invalid(Reason.UNTRUSTED, "the anchor is not an authority");
        }
        return outside(
                        authority.getNotBefore().toInstant(),
                        authority.getNotAfter().toInstant(),
                        at)
                .map(late -> new Invalid(Reason.UNTRUSTED, "the authority's certificate is not valid now"));
    }

    private static Optional<Invalid> usage(X509Certificate certificate, CertificateProfile profile) {
        if (!profile.allows(certificate.getPublicKey())) {
            return invalid(Reason.FORBIDDEN_ALGORITHM, "the key's algorithm does not serve " + profile);
        }
        if (certificate.hasUnsupportedCriticalExtension()) {
            return invalid(Reason.WRONG_USAGE, "an unknown critical extension");
        }
        boolean authority = certificate.getBasicConstraints() >= 0;
        boolean fits = authority == (profile == CertificateProfile.AUTHORITY)
                && keyUsageFits(certificate.getKeyUsage(), profile)
                && purposesFit(certificate, profile);
        return fits ? Optional.empty() : invalid(Reason.WRONG_USAGE, "not a certificate for " + profile);
    }

    private static boolean keyUsageFits(boolean @Nullable [] usage, CertificateProfile profile) {
        if (usage == null) {
            return false;
        }
        return switch (profile) {
            case AUTHORITY -> usage[KEY_CERT_SIGN];
            case AGENCY_KEM -> usage[KEY_ENCIPHERMENT] && !usage[DIGITAL_SIGNATURE] && !usage[KEY_CERT_SIGN];
            case NODE_TLS, NODE_SIGNING, AGENCY_SIGNING, DIRECTORY_SIGNING, TIMESTAMP ->
                usage[DIGITAL_SIGNATURE] && !usage[KEY_CERT_SIGN];
        };
    }

    private static boolean purposesFit(X509Certificate certificate, CertificateProfile profile) {
        List<String> purposes = purposes(certificate);
        return switch (profile) {
            case NODE_TLS -> purposes.contains(SERVER) && purposes.contains(CLIENT);
            case TIMESTAMP ->
                purposes.equals(List.of(TIME_STAMPING))
                        && certificate.getCriticalExtensionOIDs().contains(EXTENDED_KEY_USAGE);
            case AUTHORITY, NODE_SIGNING, DIRECTORY_SIGNING, AGENCY_KEM -> purposes.isEmpty();
            case AGENCY_SIGNING -> !purposes.contains(TIME_STAMPING) && !purposes.contains(SERVER);
        };
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            throw new IllegalArgumentException("extended key usage does not decode", e);
        }
    }

    private static Optional<Invalid> signature(X509Certificate certificate, TrustAnchor anchor) {
        try {
            certificate.verify(anchor.authority().getPublicKey());
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return invalid(Reason.BAD_SIGNATURE, "not signed by the authority");
        }
    }

    private static Optional<Invalid> invalid(Reason reason, String detail) {
        return Optional.of(new Invalid(reason, detail));
    }
}
