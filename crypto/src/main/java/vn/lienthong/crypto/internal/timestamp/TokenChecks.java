package vn.lienthong.crypto.internal.timestamp;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.CertificateCheck;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.timestamp.TimestampOutcome;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Granted;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Reason;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Refused;
import vn.lienthong.crypto.timestamp.TimestampToken;
import vn.lienthong.crypto.timestamp.TimestampTransport;
import vn.lienthong.crypto.timestamp.TimestampTrust;

/** Checks tokens: cheap comparisons first, then the certificate, the signature last. */
public final class TokenChecks {

    private static final Set<ASN1ObjectIdentifier> SIGNER_DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);
    private static final int MOST_CERTIFICATES = 8;

    private TokenChecks() {}

    /** Checks a token; see {@link TimestampTrust#check}. */
    public static TimestampOutcome check(byte[] encoded, Digest imprint, TimestampTrust trust) {
        if (encoded.length > TimestampTransport.LARGEST_ANSWER) {
            return malformed();
        }
        try {
            TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(ASN1Primitive.fromByteArray(encoded)));
            return check(token, encoded, imprint, trust);
        } catch (IOException | TSPException | CertificateException e) {
            return malformed();
        } catch (RuntimeException e) {
            // hostile octets make the ASN.1 parser throw undeclared exceptions: every one of them is a refusal
            return malformed();
        }
    }

    private static TimestampOutcome check(TimeStampToken token, byte[] encoded, Digest imprint, TimestampTrust trust)
            throws CertificateException, IOException {
        TimeStampTokenInfo info = token.getTimeStampInfo();
        if (!info.getMessageImprintAlgOID().equals(TimestampRequests.algorithmOf(imprint))
                || !Digest.of(info.getMessageImprintDigest()).equals(imprint)) {
            return new Refused(Reason.WRONG_IMPRINT, "the token is about another digest");
        }
        String policy = info.getPolicy().getId();
        if (!trust.policy().orElse(policy).equals(policy)) {
            return new Refused(Reason.WRONG_POLICY, "policy " + policy);
        }
        Collection<X509CertificateHolder> embedded = token.getCertificates().getMatches(null);
        Optional<X509CertificateHolder> named =
                embedded.stream().filter(token.getSID()::match).findFirst();
        if (named.isEmpty() || embedded.size() > MOST_CERTIFICATES) {
            return new Refused(Reason.UNTRUSTED, "the signer's certificate is not there, or too many are");
        }
        X509Certificate signer = Certificates.decode(named.orElseThrow().getEncoded());
        Instant time = info.getGenTime().toInstant();
        if (trust.anchor().check(signer, CertificateProfile.TIMESTAMP, time)
                instanceof CertificateCheck.Invalid invalid) {
            return new Refused(Reason.UNTRUSTED, invalid.detail());
        }
        return isSigned(token, signer)
                ? new Granted(new TimestampToken(encoded, time, info.getSerialNumber(), imprint, policy))
                : new Refused(Reason.SIGNATURE_INVALID, "by the certificate that the token names");
    }

    private static boolean isSigned(TimeStampToken token, X509Certificate signer) {
        SignerInformation information =
                token.toCMSSignedData().getSignerInfos().getSigners().iterator().next();
        if (!SIGNER_DIGESTS.contains(information.getDigestAlgorithmID().getAlgorithm())) {
            return false;
        }
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(signer));
            return true;
        } catch (TSPException | OperatorCreationException e) {
            return false;
        }
    }

    private static Refused malformed() {
        return new Refused(Reason.MALFORMED, "not a token of RFC 3161");
    }
}
