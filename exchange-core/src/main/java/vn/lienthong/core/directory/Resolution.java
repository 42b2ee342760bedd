package vn.lienthong.core.directory;

import java.time.Instant;
import java.util.List;
import vn.lienthong.core.party.AgencyCode;

/** What the directory knows about a code as an addressee in one suite at one instant. */
public sealed interface Resolution {

    /**
     * It can be sealed to and routed.
     *
     * @param agency the addressee
     * @param node the node that serves it
     * @param key the certificate to seal to
     */
    record Routed(AgencyEntry agency, NodeEntry node, CertificateRef key) implements Resolution {}

    /** Nobody has or had this code. */
    record UnknownCode() implements Resolution {}

    /**
     * The code has ended.
     *
     * @param at since when
     * @param successors where its documents go now; may be empty
     */
    record ClosedCode(Instant at, List<AgencyCode> successors) implements Resolution {

        /** Copies the list. */
        public ClosedCode {
            successors = List.copyOf(successors);
        }
    }

    /** There is no key of the suite, or all are revoked or not yet valid. */
    record NoKey() implements Resolution {}

    /**
     * The last key of the suite has run out.
     *
     * @param at since when
     */
    record KeyExpired(Instant at) implements Resolution {}

    /** The agency does not accept the suite. */
    record SuiteNotAccepted() implements Resolution {}

    /**
     * The node that serves the agency is revoked or suspended.
     *
     * @param node the node
     */
    record NodeOut(NodeEntry node) implements Resolution {}
}
