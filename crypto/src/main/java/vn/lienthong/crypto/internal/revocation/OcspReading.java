package vn.lienthong.crypto.internal.revocation;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.revocation.RevocationAnswer;
import vn.lienthong.crypto.revocation.RevocationAnswer.Refused;

/** OCSP requests and answers. */
public final class OcspReading {

    /** So far the clock of a responder may go wrong. */
    static final Duration LEEWAY = Duration.ofMinutes(5);

    /** An answer without an end is one of the moment. */
    private static final Duration WITHOUT_END = Duration.ofHours(1);

    private OcspReading() {}

    /** A request about one certificate. */
    public static byte[] request(X509Certificate certificate, X509Certificate issuer) {
        try {
            OCSPReqBuilder builder = new OCSPReqBuilder();
            builder.addRequest(new CertificateID(
                    digests().get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(issuer),
                    certificate.getSerialNumber()));
            return builder.build().getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("nothing can be asked about this certificate", e);
        }
    }

    private static DigestCalculatorProvider digests() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder()
                .setProvider(BouncyCastle.PROVIDER)
                .build();
    }

    /** Reads an answer. */
    public static RevocationAnswer read(byte[] der, X509Certificate certificate, X509Certificate issuer, Instant at) {
        try {
            OCSPResp response = new OCSPResp(der);
            if (response.getStatus() != OCSPResp.SUCCESSFUL
                    || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return new Refused("the responder does not answer");
            }
            X509CertificateHolder authority = new X509CertificateHolder(Certificates.encode(issuer));
            if (!isSignedFor(basic, authority, at)) {
                return new Refused("not signed by the issuer or by a responder of the issuer");
            }
            for (SingleResp single : basic.getResponses()) {
                if (single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                        && single.getCertID().matchesIssuer(authority, digests())) {
                    return answer(single, at);
                }
            }
            return new Refused("about another certificate");
        } catch (RuntimeException | IOException | OCSPException | OperatorCreationException e) {
            // hostile bytes: every parse that throws anything is a refusal
            return new Refused("not an OCSP answer");
        }
    }

    private static boolean isSignedFor(BasicOCSPResp answer, X509CertificateHolder issuer, Instant at)
            throws OCSPException {
        if (isSignedBy(answer, issuer)) {
            return true;
        }
        for (X509CertificateHolder delegate : answer.getCerts()) {
            if (isResponder(delegate, issuer, at) && isSignedBy(answer, delegate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedBy(BasicOCSPResp answer, X509CertificateHolder signer) throws OCSPException {
        Optional<ContentVerifierProvider> verifier = verifier(signer);
        try {
            return verifier.isPresent() && answer.isSignatureValid(verifier.get());
        } catch (OCSPException wrongAlgorithm) {
            return false;
        }
    }

    private static Optional<ContentVerifierProvider> verifier(X509CertificateHolder signer) {
        try {
            return Optional.of(new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(signer));
        } catch (OperatorCreationException | CertificateException e) {
            return Optional.empty();
        }
    }

    /** RFC 6960 §4.2.2.2: issued by the very authority, for signing OCSP answers, and in date. */
    private static boolean isResponder(X509CertificateHolder delegate, X509CertificateHolder issuer, Instant at) {
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(delegate.getExtensions());
        Optional<ContentVerifierProvider> authority = verifier(issuer);
        try {
            return usage != null
                    && usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                    && delegate.isValidOn(Date.from(at))
                    && delegate.getIssuer().equals(issuer.getSubject())
                    && authority.isPresent()
                    && delegate.isSignatureValid(authority.get());
        } catch (CertException e) {
            return false;
        }
    }

    private static RevocationAnswer answer(SingleResp single, Instant at) {
        Instant of = single.getThisUpdate().toInstant();
        Instant until = single.getNextUpdate() == null
                ? of.plus(WITHOUT_END)
                : single.getNextUpdate().toInstant();
        if (of.isAfter(at.plus(LEEWAY)) || until.isBefore(of)) {
            return new Refused("the answer comes from the future");
        }
        // The library says "good" by the absence of a status.
        return switch (single.getCertStatus()) {
            case null -> new RevocationAnswer.Good(of, until);
            case RevokedStatus revoked ->
                new RevocationAnswer.Revoked(revoked.getRevocationTime().toInstant(), of, until);
            default -> new Refused("the responder does not know the certificate");
        };
    }
}
