package vn.lienthong.node.directory.internal.publication;

import java.security.cert.X509Certificate;
import vn.lienthong.core.directory.PublicationVerifier;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.directory.internal.enrolment.Anchor;

/** Demands both signatures of the directory, by exactly the certificates of the anchor. */
public final class AnchoredVerifier implements PublicationVerifier {

    private final Anchor anchor;

    /** Trusts this anchor. */
    public AnchoredVerifier(Anchor anchor) {
        this.anchor = anchor;
    }

    @Override
    public boolean verifies(SignedPublication publication) {
        byte[] octets = publication.octets().toByteArray();
        return verifies(octets, publication.classicalSignature(), anchor.classical())
                && verifies(octets, publication.postQuantumSignature(), anchor.postQuantum());
    }

    private static boolean verifies(byte[] octets, Octets signature, X509Certificate certificate) {
        return DetachedSignature.verify(octets, signature.toByteArray(), certificate) instanceof SignatureCheck.Valid;
    }
}
