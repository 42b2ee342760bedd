package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.cms.AttributeTable;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.envelope.EnvelopeContents;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.internal.signature.CmsSignatures;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.suite.EnvelopeScheme;
import vn.lienthong.crypto.suite.Suite;

/** Seals envelopes. */
public final class EnvelopeSealer {

    private EnvelopeSealer() {}

    /** Seals; see {@link KeyEnvelope#seal}. */
    public static byte[] seal(
            EnvelopeContents contents,
            Suite suite,
            DualSigningKey sender,
            List<X509Certificate> recipients,
            Instant signingTime) {
        checkAllowed(contents, suite, sender, recipients);
        EnvelopeBinding binding = new EnvelopeBinding(contents.suite(), contents.parcelId(), contents.headerDigest());
        Digest recipientsDigest = EnvelopeBinding.recipientsDigest(recipients);
        List<Digest> materials =
                recipients.stream().map(binding::keyingMaterial).toList();
        Digest keyListDigest = EnvelopeBinding.sortedDigest(materials);
        EnvelopeManifest manifest = new EnvelopeManifest(
                contents,
                Certificates.digest(sender.classical().certificate()),
                Certificates.digest(sender.postQuantum().certificate()),
                recipientsDigest,
                keyListDigest);
        byte[] signed = CmsSignatures.signEnclosing(
                manifest.encode(),
                EnvelopeObjects.MANIFEST,
                List.of(sender.classical(), sender.postQuantum()),
                signingTime);
        return encrypt(
                suite.scheme(), signed, recipients, materials, binding.attributes(recipientsDigest, keyListDigest));
    }

    private static void checkAllowed(
            EnvelopeContents contents, Suite suite, DualSigningKey sender, List<X509Certificate> recipients) {
        require(suite.id().equals(contents.suite()), "the contents name another suite");
        require(suite.uses().containsKey(contents.protection()), "the suite does not serve this protection");
        require(
                SuiteAlgorithms.allow(suite.classical(), sender.classical().certificate())
                        && SuiteAlgorithms.allow(
                                suite.postQuantum(), sender.postQuantum().certificate()),
                "the suite does not allow the sender's keys");
        require(
                !recipients.isEmpty() && recipients.size() <= KeyEnvelope.MAX_RECIPIENTS,
                "an envelope has 1 to " + KeyEnvelope.MAX_RECIPIENTS + " recipients");
        Set<Digest> fingerprints = new HashSet<>();
        for (X509Certificate recipient : recipients) {
            require(suite.scheme().fits(recipient.getPublicKey()), "the suite does not allow a recipient's key");
            require(fingerprints.add(Certificates.digest(recipient)), "a recipient stands twice");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Encrypts whatever was signed; tests also play dishonest peers with it. */
    static byte[] encrypt(
            EnvelopeScheme scheme,
            byte[] signed,
            List<X509Certificate> recipients,
            List<Digest> materials,
            AttributeTable attributes) {
        List<EnvelopeScheme.Recipient> parts = IntStream.range(0, recipients.size())
                .mapToObj(i -> new EnvelopeScheme.Recipient(recipients.get(i), materials.get(i)))
                .toList();
        try {
            byte[] envelope = scheme.encrypt(signed, parts, EnvelopeBinding.encode(attributes));
            require(envelope.length <= KeyEnvelope.MAX_SIZE, "the envelope would be too large");
            return envelope;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the envelope cannot be sealed", e);
        }
    }
}
