package vn.lienthong.core.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.value.Timestamps;

/** One change of the directory. The state of the directory is what all changes in their order make of nothing. */
public sealed interface DirectoryChange {

    /** The most suites of one agency. */
    int MAX_SUITES = 8;

    /** The most successors of one code. */
    int MAX_SUCCESSORS = 64;

    /**
     * A node is new or has changed; all its fields are replaced.
     *
     * @param id its name
     * @param name for people, 1 to 200 characters
     * @param exchangeUrl where other nodes reach it: https, at most 300 characters
     * @param tlsCertificate DER of the certificate that it shows
     * @param signingCertificate DER of the certificate with which it signs parcels and evidence
     * @param reachability pushed to or pulling
     * @param status whether it takes part
     * @param approvedFor the highest secrecy level for which the node is approved
     */
    record NodePut(
            NodeId id,
            String name,
            String exchangeUrl,
            Octets tlsCertificate,
            Octets signingCertificate,
            Reachability reachability,
            NodeStatus status,
            Secrecy approvedFor)
            implements DirectoryChange {

        /** Checks lengths and that the address is an https address without user or fragment. */
        public NodePut {
            name = BoundedText.line("node name", name, 1, 200);
            exchangeUrl = ExchangeUrl.require(exchangeUrl);
            tlsCertificate = PublishedCertificate.requireDer(tlsCertificate);
            signingCertificate = PublishedCertificate.requireDer(signingCertificate);
        }
    }

    /**
     * The logs of a node are new or have changed, or its keys as a witness; all is replaced.
     *
     * @param node whose
     * @param logs its logs and its offer
     */
    record NodeLogsPut(NodeId node, NodeLogs logs) implements DirectoryChange {}

    /**
     * An agency is new or has changed; all fields but its keys are replaced.
     *
     * @param agency who it is
     * @param node the node that serves it
     * @param suites the suites that it accepts, sorted, each once, 1 to 8
     */
    record AgencyPut(Agency agency, NodeId node, List<SuiteId> suites) implements DirectoryChange {

        /** Checks the suites. */
        public AgencyPut {
            suites = List.copyOf(suites);
            if (suites.isEmpty()
                    || suites.size() > MAX_SUITES
                    || !suites.equals(suites.stream().distinct().sorted().toList())) {
                throw new IllegalArgumentException("an agency accepts 1 to 8 suites, sorted");
            }
        }
    }

    /**
     * An agency has new keys. Those before stay known for a while, so that what is on its way can still be verified.
     *
     * @param agency whose
     * @param epoch grows by every change of keys
     * @param classical certificate of the ECDSA or RSA signing key
     * @param postQuantum certificate of the ML-DSA signing key
     * @param suiteKeys one per suite, sorted by suite, 1 to 8
     * @param confirmation by the keys before; null for the first keys and for those of an agency that has lost its own
     */
    record AgencyKeysPut(
            AgencyId agency,
            long epoch,
            PublishedCertificate classical,
            PublishedCertificate postQuantum,
            List<SuiteKey> suiteKeys,
            @Nullable KeyConfirmation confirmation)
            implements DirectoryChange {

        /** Keys that nobody has confirmed. */
        public AgencyKeysPut(
                AgencyId agency,
                long epoch,
                PublishedCertificate classical,
                PublishedCertificate postQuantum,
                List<SuiteKey> suiteKeys) {
            this(agency, epoch, classical, postQuantum, suiteKeys, null);
        }

        /** The largest epoch. */
        public static final long MAX_EPOCH = 1L << 40;

        /** Checks the epoch and the order of the suites. */
        public AgencyKeysPut {
            suiteKeys = List.copyOf(suiteKeys);
            List<SuiteId> suites = suiteKeys.stream().map(SuiteKey::suite).toList();
            if (suites.isEmpty()
                    || suites.size() > MAX_SUITES
                    || !suites.equals(suites.stream().distinct().sorted().toList())) {
                throw new IllegalArgumentException("an agency has 1 to 8 suite keys, sorted");
            }
            if (epoch < 1 || epoch > MAX_EPOCH) {
                throw new IllegalArgumentException("epochs count from 1");
            }
        }
    }

    /**
     * A certificate may no longer be used.
     *
     * @param fingerprint SHA-256 of the certificate
     * @param reason for people, 1 to 200 characters
     * @param at from when on
     */
    record CertificateRevoked(Sha256 fingerprint, String reason, Instant at) implements DirectoryChange {

        /** Checks the reason. */
        public CertificateRevoked {
            reason = BoundedText.line("reason", reason, 1, 200);
            at = Timestamps.millis(at);
        }
    }

    /**
     * A node may no longer take part.
     *
     * @param node which
     * @param reason for people, 1 to 200 characters
     * @param at from when on
     */
    record NodeRevoked(NodeId node, String reason, Instant at) implements DirectoryChange {

        /** Checks the reason. */
        public NodeRevoked {
            reason = BoundedText.line("reason", reason, 1, 200);
            at = Timestamps.millis(at);
        }
    }

    /**
     * A code has ended: the agency was renamed, merged, split or dissolved.
     *
     * @param code which
     * @param at from when on
     * @param successors codes to which its documents go now, at most 64; empty when nobody follows
     */
    record AgencyClosed(AgencyCode code, Instant at, List<AgencyCode> successors) implements DirectoryChange {

        /** Checks that nobody succeeds himself and nobody twice. */
        public AgencyClosed {
            at = Timestamps.millis(at);
            successors = List.copyOf(successors);
            if (successors.size() > MAX_SUCCESSORS
                    || successors.contains(code)
                    || successors.stream().distinct().count() != successors.size()) {
                throw new IllegalArgumentException("successors are others, each named once");
            }
        }
    }
}
