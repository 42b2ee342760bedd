package vn.lienthong.node.evidence;

import java.security.cert.X509Certificate;
import java.util.Optional;
import vn.lienthong.core.evidence.DirectoryHead;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

/** What the directory says about the signing certificates of nodes, as far as evidence needs it. Answers from memory. */
public interface IssuerRegister {

    /**
     * The signing certificate with this fingerprint that the directory lists, or once listed, for the node; empty when it never
     * did or when the certificate is revoked.
     */
    Optional<X509Certificate> signingCertificate(NodeId node, Sha256 fingerprint);

    /** The state of the directory by which keys are judged at this moment; empty as long as there is none. */
    default Optional<DirectoryHead> head() {
        return Optional.empty();
    }
}
