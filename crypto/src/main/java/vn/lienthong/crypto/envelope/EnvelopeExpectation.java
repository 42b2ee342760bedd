package vn.lienthong.crypto.envelope;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.suite.Suite;

/**
 * What the receiver knows from the parcel header and the directory before it opens an envelope. Everything must hold.
 *
 * @param suite the suite of the header, accepted by the registry for the document's protection
 * @param parcelId the parcel of the header
 * @param sender the sending agency of the header
 * @param headerDigest SHA-256 of the header as received
 * @param recipients how many recipients the header names
 * @param classicalSigner the sender's classical certificate, from the directory
 * @param postQuantumSigner the sender's ML-DSA certificate, from the directory
 * @param addressed certificates of the recipients hosted here: each must be among the recipients of the envelope
 */
public record EnvelopeExpectation(
        Suite suite,
        UUID parcelId,
        String sender,
        Digest headerDigest,
        int recipients,
        X509Certificate classicalSigner,
        X509Certificate postQuantumSigner,
        List<X509Certificate> addressed) {

    /** Copies the list. */
    public EnvelopeExpectation {
        addressed = List.copyOf(addressed);
    }
}
