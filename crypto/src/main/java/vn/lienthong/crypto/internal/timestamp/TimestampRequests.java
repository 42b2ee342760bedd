package vn.lienthong.crypto.internal.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import vn.lienthong.crypto.Digest;

/** Requests for timestamps and the digests that may be in them. */
public final class TimestampRequests {

    private TimestampRequests() {}

    /**
     * Encodes a request that asks for the certificates too.
     *
     * @param imprint the digest
     * @param nonce ties the answer to this request
     * @param policy the only policy wanted; empty for any
     * @return a TimeStampReq in DER
     */
    public static byte[] encode(Digest imprint, BigInteger nonce, Optional<String> policy) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        policy.map(ASN1ObjectIdentifier::new).ifPresent(generator::setReqPolicy);
        try {
            return generator
                    .generate(algorithmOf(imprint), imprint.toByteArray(), nonce)
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request in memory cannot fail to be encoded", e);
        }
    }

    static TimeStampRequest decode(byte[] request) throws IOException {
        return new TimeStampRequest(TimeStampReq.getInstance(ASN1Primitive.fromByteArray(request)));
    }

    static ASN1ObjectIdentifier algorithmOf(Digest digest) {
        return digest.length() == Digest.SHA256_LENGTH
                ? NISTObjectIdentifiers.id_sha256
                : NISTObjectIdentifiers.id_sha512;
    }
}
