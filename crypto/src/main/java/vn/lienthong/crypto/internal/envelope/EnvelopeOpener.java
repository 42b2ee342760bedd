package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KEMRecipientInformation;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.envelope.EnvelopeExpectation;
import vn.lienthong.crypto.envelope.EnvelopeOutcome;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Reason;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Refused;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.HybridPrivateKey;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.token.KeyAwayException;

/** Opens envelopes: size, shape, algorithms, binding, recipients, and only then the private key. */
public final class EnvelopeOpener {

    private static final int TAG_BITS = 128;

    private EnvelopeOpener() {}

    /** Opens; see {@link KeyEnvelope#open}. */
    public static EnvelopeOutcome open(byte[] envelope, RecipientKey key, EnvelopeExpectation expected) {
        if (envelope.length > KeyEnvelope.MAX_SIZE) {
            return new Refused(Reason.OVERSIZE, "larger than " + KeyEnvelope.MAX_SIZE + " octets");
        }
        try {
            int recipients = DerScan.countRecipients(envelope, KeyEnvelope.MAX_RECIPIENTS);
            if (recipients > KeyEnvelope.MAX_RECIPIENTS) {
                return new Refused(Reason.TOO_MANY_RECIPIENTS, "more than " + KeyEnvelope.MAX_RECIPIENTS);
            }
            EnvelopeShape shape = EnvelopeShape.parse(envelope);
            Optional<Refused> refusal = check(shape, key, expected);
            return refusal.isPresent() ? refusal.orElseThrow() : decrypt(shape, key, expected);
        } catch (KeyAwayException e) {
            // says nothing about the envelope: it may open later
            throw e;
        } catch (RuntimeException | IOException e) {
            // hostile bytes: every parse that throws anything is a refusal
            return new Refused(Reason.MALFORMED, "not an envelope of this protocol");
        }
    }

    private static EnvelopeBinding binding(EnvelopeExpectation expected) {
        return new EnvelopeBinding(expected.suite().id(), expected.parcelId(), expected.headerDigest());
    }

    /** Everything that can be asked without a private key. */
    private static Optional<Refused> check(EnvelopeShape shape, RecipientKey key, EnvelopeExpectation expected)
            throws IOException {
        if (!shape.usesOnly(expected.suite().kem())) {
            return refused(Reason.FORBIDDEN_ALGORITHM, "a recipient's algorithms are not those of the suite");
        }
        EnvelopeBinding binding = binding(expected);
        List<Digest> materials = shape.keyingMaterials();
        Digest keyList = EnvelopeBinding.sortedDigest(materials);
        AttributeTable attributes = shape.attributes();
        Digest claimedKeyList = EnvelopeBinding.digest(attributes, EnvelopeObjects.KEY_LIST);
        if (!binding.isBoundBy(attributes)) {
            return refused(Reason.BINDING_MISMATCH, "made for another suite, parcel or header");
        }
        Set<Digest> distinct = new HashSet<>(materials);
        boolean complete = distinct.size() == materials.size() && materials.size() == expected.recipients();
        if (!claimedKeyList.equals(keyList) || !complete) {
            return refused(Reason.RECIPIENT_STRIPPED, "the recipients are not those of the sender");
        }
        if (!distinct.contains(binding.keyingMaterial(key.certificate()))) {
            return refused(Reason.NOT_A_RECIPIENT, "not addressed to this key");
        }
        for (X509Certificate hosted : expected.addressed()) {
            if (!distinct.contains(binding.keyingMaterial(hosted))) {
                return refused(Reason.RECIPIENT_STRIPPED, "a recipient hosted here is not addressed");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> refused(Reason reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }

    private static EnvelopeOutcome decrypt(EnvelopeShape shape, RecipientKey key, EnvelopeExpectation expected)
            throws IOException {
        byte[] signed;
        try {
            CMSAuthEnvelopedData data = new CMSAuthEnvelopedData(shape.info());
            byte[] material =
                    binding(expected).keyingMaterial(key.certificate()).toByteArray();
            Optional<RecipientInformation> own = data.getRecipientInfos().getRecipients().stream()
                    .filter(info -> isOwn(info, material))
                    .findFirst();
            if (own.isEmpty()) {
                return new Refused(Reason.NOT_A_RECIPIENT, "not addressed to this key");
            }
            signed = own.orElseThrow().getContent(recipient(key));
        } catch (CMSException e) {
            return new Refused(Reason.UNDECIPHERABLE, "the key does not open it or it was changed");
        }
        return ManifestCheck.check(signed, shape.attributes(), expected);
    }

    private static boolean isOwn(RecipientInformation info, byte[] material) {
        return info instanceof KEMRecipientInformation kem && Arrays.equals(kem.getUkm(), material);
    }

    private static JceKEMAuthEnvelopedRecipient recipient(RecipientKey key) throws IOException {
        JceKEMAuthEnvelopedRecipient recipient = key.privateKey() instanceof HybridPrivateKey hybrid
                ? new HybridRecipient(hybrid, key.certificate().getPublicKey())
                : new JceKEMAuthEnvelopedRecipient(KeyCodec.translate(key.privateKey()));
        recipient.setProvider(BouncyCastle.PROVIDER);
        recipient.setAllowedContentAlgorithms(Set.of(CMSAlgorithm.AES256_GCM));
        recipient.setMinimumTagSize(TAG_BITS);
        recipient.setKeySizeValidation(true);
        return recipient;
    }
}
