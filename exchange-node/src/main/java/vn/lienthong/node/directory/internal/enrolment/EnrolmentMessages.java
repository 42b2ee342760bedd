package vn.lienthong.node.directory.internal.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.KeyConfirmation;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.value.Octets;

/** What a node and the directory say to each other at enrolment and registration of keys (docs/protocol §9). */
public final class EnrolmentMessages {

    /** The version of all messages. */
    public static final int VERSION = 1;

    private static final int MAX_SUITES = 8;

    private EnrolmentMessages() {}

    /**
     * A node asks for its first certificates.
     *
     * @param v version
     * @param tokenId of the enrolment token
     * @param secret of the enrolment token
     * @param exchangeUrl where other nodes reach this one
     * @param reachability whether they can, {@code PUSH} or {@code PULL}; {@code PUSH} when null
     * @param tlsRequest PKCS#10 for connections
     * @param signingRequest PKCS#10 for parcels and evidence
     */
    public record EnrolmentRequest(
            int v,
            String tokenId,
            Octets secret,
            String exchangeUrl,
            @Nullable String reachability,
            Octets tlsRequest,
            Octets signingRequest) {

        /** Refuses absent members. */
        public EnrolmentRequest {
            requireVersion(v);
            requireMembers(tokenId, secret, exchangeUrl, tlsRequest, signingRequest);
            requireReachability(reachability);
        }

        /** Names the token only. */
        @Override
        public String toString() {
            return "EnrolmentRequest[" + tokenId + "]";
        }
    }

    /**
     * A node asks for new certificates while its old ones are valid.
     *
     * @param v version
     * @param exchangeUrl where other nodes reach this one
     * @param reachability whether they can, {@code PUSH} or {@code PULL}; as it is listed when null
     * @param tlsRequest PKCS#10 for connections
     * @param signingRequest PKCS#10 for parcels and evidence
     */
    public record RenewalRequest(
            int v, String exchangeUrl, @Nullable String reachability, Octets tlsRequest, Octets signingRequest) {

        /** Refuses absent members. */
        public RenewalRequest {
            requireVersion(v);
            requireMembers(exchangeUrl, tlsRequest, signingRequest);
            requireReachability(reachability);
        }
    }

    /**
     * The certificates of a node.
     *
     * @param v version
     * @param nodeId its name
     * @param tlsCertificate for connections
     * @param signingCertificate for parcels and evidence
     * @param sequence the publication that lists them
     */
    public record NodeCertificates(
            int v, String nodeId, Octets tlsCertificate, Octets signingCertificate, long sequence) {

        /** Refuses absent members. */
        public NodeCertificates {
            requireVersion(v);
            requireMembers(nodeId, tlsCertificate, signingCertificate);
        }
    }

    /**
     * The logs of a node are listed.
     *
     * @param v version
     * @param sequence the publication that lists them, or a later one
     */
    public record LogsListed(int v, long sequence) {

        /** Refuses other versions. */
        public LogsListed {
            requireVersion(v);
        }
    }

    /**
     * A node registers new keys of an agency that it serves.
     *
     * @param v version
     * @param classicalRequest PKCS#10 of the ECDSA or RSA key
     * @param postQuantumRequest PKCS#10 of the ML-DSA key
     * @param suiteKeys one key per suite, sorted by suite
     * @param confirmation by the keys before; null for the first ones
     */
    public record KeyRegistration(
            int v,
            Octets classicalRequest,
            Octets postQuantumRequest,
            List<SuitePublicKey> suiteKeys,

            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL)
            KeyConfirmation confirmation) {

        /** Keys that follow no others. */
        public KeyRegistration(
                int v, Octets classicalRequest, Octets postQuantumRequest, List<SuitePublicKey> suiteKeys) {
            this(v, classicalRequest, postQuantumRequest, suiteKeys, null);
        }

        /** Refuses absent members and too many suites. */
        public KeyRegistration {
            requireVersion(v);
            requireMembers(classicalRequest, postQuantumRequest, suiteKeys);
            suiteKeys = List.copyOf(suiteKeys);
            if (suiteKeys.isEmpty() || suiteKeys.size() > MAX_SUITES) {
                throw new IllegalArgumentException("1 to 8 suites");
            }
        }
    }

    /**
     * A node has a certificate of an agency that it serves revoked.
     *
     * @param v version
     * @param certificate SHA-256 of the certificate, lower-case hex
     * @param reason for people, 1 to 200 characters
     */
    public record KeyRevocation(int v, String certificate, String reason) {

        /** Refuses absent members. */
        public KeyRevocation {
            requireVersion(v);
            requireMembers(certificate, reason);
        }
    }

    /**
     * A certificate is revoked.
     *
     * @param v version
     * @param sequence the publication that says so, or an earlier one that did already
     */
    public record KeyRevoked(int v, long sequence) {

        /** Refuses other versions. */
        public KeyRevoked {
            requireVersion(v);
        }
    }

    /**
     * The key of a suite.
     *
     * @param suite its name
     * @param publicKey SubjectPublicKeyInfo (DER)
     */
    public record SuitePublicKey(String suite, Octets publicKey) {

        /** Refuses absent members. */
        public SuitePublicKey {
            requireMembers(suite, publicKey);
        }
    }

    /**
     * The certificates of an agency's keys.
     *
     * @param v version
     * @param epoch the number of this set of keys
     * @param classicalCertificate for the ECDSA or RSA key
     * @param postQuantumCertificate for the ML-DSA key
     * @param suiteCertificates one per suite
     * @param sequence the publication that lists them, or a later one
     */
    public record KeyCertificates(
            int v,
            long epoch,
            Octets classicalCertificate,
            Octets postQuantumCertificate,
            List<SuiteCertificate> suiteCertificates,
            long sequence) {

        /** Refuses absent members. */
        public KeyCertificates {
            requireVersion(v);
            requireMembers(classicalCertificate, postQuantumCertificate, suiteCertificates);
            suiteCertificates = List.copyOf(suiteCertificates);
        }
    }

    /**
     * The certificate of a suite's key.
     *
     * @param suite its name
     * @param certificate X.509 (DER)
     */
    public record SuiteCertificate(String suite, Octets certificate) {

        /** Refuses absent members. */
        public SuiteCertificate {
            requireMembers(suite, certificate);
        }
    }

    private static void requireVersion(int version) {
        if (version != VERSION) {
            throw new IllegalArgumentException("version 1 is spoken here");
        }
    }

    private static void requireReachability(@Nullable String reachability) {
        if (reachability != null
                && Arrays.stream(Reachability.values())
                        .noneMatch(known -> known.name().equals(reachability))) {
            throw new IllegalArgumentException("PUSH or PULL");
        }
    }

    private static void requireMembers(Object... members) {
        Arrays.stream(members).forEach(Objects::requireNonNull);
    }
}
