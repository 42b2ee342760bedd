package vn.lienthong.crypto.envelope;

import java.io.IOException;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.internal.envelope.ManifestCodec;

/**
 * What both keys of the sending agency sign inside the envelope ({@code docs/protocol/manifest.asn}).
 *
 * @param contents what the sender says
 * @param classicalSigner fingerprint of the classical signing certificate
 * @param postQuantumSigner fingerprint of the ML-DSA signing certificate
 * @param recipientsDigest SHA-256 of the sorted, concatenated fingerprints of the recipients' certificates
 * @param keyListDigest SHA-256 of the sorted, concatenated user keying materials of the recipients: what a receiver recomputes
 *     from the envelope itself to see that nobody was added or stripped
 */
public record EnvelopeManifest(
        EnvelopeContents contents,
        Digest classicalSigner,
        Digest postQuantumSigner,
        Digest recipientsDigest,
        Digest keyListDigest) {

    /** Refuses digests of another length. */
    public EnvelopeManifest {
        for (Digest digest : new Digest[] {classicalSigner, postQuantumSigner, recipientsDigest, keyListDigest}) {
            if (digest.length() != Digest.SHA256_LENGTH) {
                throw new IllegalArgumentException("the manifest holds SHA-256 values");
            }
        }
    }

    /** Returns the canonical DER form. It holds the payload keys: handle it like a key. */
    public byte[] encode() {
        return ManifestCodec.encode(this);
    }

    /**
     * Reads the DER form.
     *
     * @throws IOException if the octets are not exactly the canonical form of a manifest
     */
    public static EnvelopeManifest decode(byte[] der) throws IOException {
        return ManifestCodec.decode(der);
    }
}
