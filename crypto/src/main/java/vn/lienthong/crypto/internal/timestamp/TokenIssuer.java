package vn.lienthong.crypto.internal.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import vn.lienthong.crypto.internal.signature.ContentSigners;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.timestamp.TimestampAuthority;

/** Issues tokens; the generators are made anew for every request, because they are not thread-safe. */
public final class TokenIssuer {

    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha512);
    private static final int SERIAL_BITS = 64;
    private static final int LONGEST_NONCE_BITS = 256;

    private final SigningKey key;
    private final KeyAlgorithm algorithm;
    private final ASN1ObjectIdentifier policy;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Creates an issuer; see {@link TimestampAuthority}. */
    public TokenIssuer(SigningKey key, String policy, InstantSource clock) {
        this.key = key;
        this.algorithm = KeyAlgorithms.of(key.certificate().getPublicKey())
                .orElseThrow(() -> new IllegalArgumentException("a signing key of unknown algorithm"));
        this.policy = new ASN1ObjectIdentifier(policy);
        this.clock = clock;
        generator().setOrdering(false);
    }

    /** Answers a request; see {@link TimestampAuthority#answer}. */
    public byte[] answer(byte[] request) {
        try {
            return encode(response(request));
        } catch (TSPException e) {
            throw new IllegalStateException("the timestamp key does not sign", e);
        }
    }

    private TimeStampResponse response(byte[] encoded) throws TSPException {
        TimeStampResponseGenerator responses =
                new TimeStampResponseGenerator(generator(), DIGESTS, Set.of(policy), Set.of());
        if (encoded.length > TimestampAuthority.LARGEST_REQUEST) {
            return rejection(responses, PKIFailureInfo.badDataFormat, "request too large");
        }
        TimeStampRequest request;
        try {
            request = TimestampRequests.decode(encoded);
            request.validate(DIGESTS, Set.of(policy), Set.of());
        } catch (TSPValidationException e) {
            int failure = e.getFailureCode() < 0 ? PKIFailureInfo.badRequest : e.getFailureCode();
            return rejection(responses, failure, "request not acceptable");
        } catch (IOException e) {
            return rejection(responses, PKIFailureInfo.badDataFormat, "not a request");
        } catch (RuntimeException e) {
            // hostile octets make the ASN.1 parser throw undeclared exceptions: every one of them is a malformed
            // request
            return rejection(responses, PKIFailureInfo.badDataFormat, "not a request");
        }
        if (request.getVersion() != 1 || isTooLong(request)) {
            return rejection(responses, PKIFailureInfo.badRequest, "version or nonce not acceptable");
        }
        return responses.generateGrantedResponse(request, serial(), Date.from(clock.instant()));
    }

    private static boolean isTooLong(TimeStampRequest request) {
        return request.getNonce() != null && request.getNonce().bitLength() > LONGEST_NONCE_BITS;
    }

    private static TimeStampResponse rejection(TimeStampResponseGenerator responses, int failure, String words)
            throws TSPException {
        return responses.generateFailResponse(PKIStatus.REJECTION, failure, words);
    }

    private BigInteger serial() {
        // the leading bit keeps it from being zero or short
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
    }

    private TimeStampTokenGenerator generator() {
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            SignerInfoGenerator signer = new JcaSignerInfoGeneratorBuilder(digests)
                    .build(ContentSigners.signer(key.privateKey(), algorithm), key.certificate());
            AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(signer, digests.get(sha256), policy, true);
            generator.addCertificates(new JcaCertStore(key.chain()));
            generator.setAccuracySeconds(1);
            return generator;
        } catch (TSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalArgumentException("not a key for timestamps", e);
        }
    }

    private static byte[] encode(TimeStampResponse response) {
        try {
            return response.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a response in memory cannot fail to be encoded", e);
        }
    }
}
