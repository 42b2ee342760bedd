package vn.lienthong.node.client.proof;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.CertificateCheck;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;

/** What one evidence proves, by the directory alone. */
public sealed interface EvidenceProof {

    /**
     * The named node signed exactly this statement with a key that the directory lists for it.
     *
     * @param evidence the statement
     */
    record Proven(Evidence evidence) implements EvidenceProof {}

    /**
     * Nothing is proven.
     *
     * @param reason why, without content
     */
    record NotProven(String reason) implements EvidenceProof {}

    /** Checks octets and detached signature. */
    static EvidenceProof of(byte[] octets, byte[] signature, DirectoryRecord directory) {
        return switch (WireFormats.EVIDENCE.decode(octets)) {
            case Decoded.Malformed<Evidence>(String reason, String where) ->
                new NotProven("the octets are no evidence: " + reason + " " + where);
            case Decoded.Value<Evidence>(Evidence evidence) -> check(evidence, octets, signature, directory);
        };
    }

    private static EvidenceProof check(Evidence evidence, byte[] octets, byte[] signature, DirectoryRecord directory) {
        Optional<X509Certificate> listed =
                directory.nodeSigner(evidence.issuer().node(), evidence.issuer().certificate());
        if (listed.isEmpty()) {
            return new NotProven("the directory lists no such signing certificate for node "
                    + evidence.issuer().node());
        }
        if (!(DetachedSignature.verify(octets, signature, listed.get()) instanceof SignatureCheck.Valid)) {
            return new NotProven(
                    "the signature is not that of node " + evidence.issuer().node() + " over these octets");
        }
        Instant time = evidence.time();
        CertificateCheck trusted = directory.authority(time).check(listed.get(), CertificateProfile.NODE_SIGNING, time);
        return switch (trusted) {
            case CertificateCheck.Valid valid -> new Proven(evidence);
            case CertificateCheck.Invalid(var reason, String detail) ->
                new NotProven("the node's certificate did not hold at that time: " + reason + " " + detail);
        };
    }
}
