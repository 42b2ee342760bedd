package vn.lienthong.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.CertificateRef;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.Resolution;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;

/** Whether a document can be addressed to one recipient now, found out before anything is accepted for sending. */
public sealed interface RecipientCheck {

    /** Returns the recipient that was asked about. */
    AgencyCode recipient();

    /** Checks one recipient against the directory. */
    static RecipientCheck of(
            DirectorySnapshot directory, AgencyCode recipient, SuiteId suite, Secrecy secrecy, Instant time) {
        return switch (directory.resolve(recipient, suite, time)) {
            case Resolution.Routed(AgencyEntry agency, NodeEntry node, CertificateRef key) ->
                node.node().approvedFor().covers(secrecy)
                        ? new Deliverable(recipient, agency, node, key)
                        : new SecrecyNotAllowed(recipient, node.node().id());
            case Resolution.UnknownCode() -> new Unknown(recipient);
            case Resolution.ClosedCode(Instant at, List<AgencyCode> successors) ->
                new Closed(recipient, at, successors);
            case Resolution.NoKey() -> new NoValidKey(recipient);
            case Resolution.KeyExpired(Instant at) -> new CertificateExpired(recipient, at);
            case Resolution.SuiteNotAccepted() -> new SuiteRefused(recipient, suite);
            case Resolution.NodeOut(NodeEntry node) ->
                new NodeRevoked(recipient, node.node().id());
        };
    }

    /** Returns the error to answer with; nothing when the recipient is fine. */
    default Optional<ErrorCode> error() {
        return switch (this) {
            case Deliverable fine -> Optional.empty();
            case Unknown unknown -> Optional.of(ErrorCode.RECIPIENT_UNKNOWN);
            case Closed closed -> Optional.of(ErrorCode.RECIPIENT_CLOSED);
            case NoValidKey noKey -> Optional.of(ErrorCode.RECIPIENT_WITHOUT_KEY);
            case CertificateExpired expired -> Optional.of(ErrorCode.RECIPIENT_CERTIFICATE_EXPIRED);
            case SuiteRefused refused -> Optional.of(ErrorCode.RECIPIENT_SUITE_REFUSED);
            case NodeRevoked revoked -> Optional.of(ErrorCode.RECIPIENT_NODE_REVOKED);
            case SecrecyNotAllowed notAllowed -> Optional.of(ErrorCode.SECRECY_NOT_ALLOWED);
        };
    }

    /**
     * It can.
     *
     * @param recipient the code that was asked about
     * @param agency who it is
     * @param node where it is served
     * @param key the certificate to seal to
     */
    record Deliverable(AgencyCode recipient, AgencyEntry agency, NodeEntry node, CertificateRef key)
            implements RecipientCheck {}

    /**
     * Nobody has or had the code.
     *
     * @param recipient the code that was asked about
     */
    record Unknown(AgencyCode recipient) implements RecipientCheck {}

    /**
     * The code has ended.
     *
     * @param recipient the code that was asked about
     * @param at since when
     * @param successors where its documents go now; may be empty
     */
    record Closed(AgencyCode recipient, Instant at, List<AgencyCode> successors) implements RecipientCheck {

        /** Copies the list. */
        public Closed {
            successors = List.copyOf(successors);
        }
    }

    /**
     * There is no key to seal to.
     *
     * @param recipient the code that was asked about
     */
    record NoValidKey(AgencyCode recipient) implements RecipientCheck {}

    /**
     * Its last key has run out.
     *
     * @param recipient the code that was asked about
     * @param at since when
     */
    record CertificateExpired(AgencyCode recipient, Instant at) implements RecipientCheck {}

    /**
     * It does not accept the suite.
     *
     * @param recipient the code that was asked about
     * @param suite the suite that the document needs
     */
    record SuiteRefused(AgencyCode recipient, SuiteId suite) implements RecipientCheck {}

    /**
     * Its node is revoked or suspended.
     *
     * @param recipient the code that was asked about
     * @param node the node
     */
    record NodeRevoked(AgencyCode recipient, NodeId node) implements RecipientCheck {}

    /**
     * Its node is not approved for the secrecy of the document.
     *
     * @param recipient the code that was asked about
     * @param node the node
     */
    record SecrecyNotAllowed(AgencyCode recipient, NodeId node) implements RecipientCheck {}
}
