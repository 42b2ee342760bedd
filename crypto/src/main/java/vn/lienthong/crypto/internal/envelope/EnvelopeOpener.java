package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.AttributeTable;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.envelope.EnvelopeExpectation;
import vn.lienthong.crypto.envelope.EnvelopeOutcome;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Reason;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Refused;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.suite.EnvelopeScheme;
import vn.lienthong.crypto.suite.EnvelopeScheme.Box;
import vn.lienthong.crypto.token.KeyAwayException;

/** Opens envelopes: size, shape, algorithms, binding, recipients, and only then the private key. */
public final class EnvelopeOpener {

    private EnvelopeOpener() {}

    /** Opens; see {@link KeyEnvelope#open}. */
    public static EnvelopeOutcome open(byte[] envelope, RecipientKey key, EnvelopeExpectation expected) {
        if (envelope.length > KeyEnvelope.MAX_SIZE) {
            return new Refused(Reason.OVERSIZE, "larger than " + KeyEnvelope.MAX_SIZE + " octets");
        }
        try {
            EnvelopeScheme scheme = expected.suite().scheme();
            int recipients = scheme.countRecipients(envelope, KeyEnvelope.MAX_RECIPIENTS);
            if (recipients > KeyEnvelope.MAX_RECIPIENTS) {
                return new Refused(Reason.TOO_MANY_RECIPIENTS, "more than " + KeyEnvelope.MAX_RECIPIENTS);
            }
            Box box = scheme.read(envelope);
            AttributeTable attributes = new AttributeTable(ASN1Set.getInstance(box.attributes()));
            Optional<Refused> refusal = check(box, attributes, key, expected);
            return refusal.isPresent() ? refusal.orElseThrow() : decrypt(box, attributes, key, expected);
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
    private static Optional<Refused> check(
            Box box, AttributeTable attributes, RecipientKey key, EnvelopeExpectation expected) throws IOException {
        if (!box.usesOnlyItsAlgorithms()) {
            return refused(Reason.FORBIDDEN_ALGORITHM, "a recipient's algorithms are not those of the suite");
        }
        EnvelopeBinding binding = binding(expected);
        List<Digest> materials = materials(box);
        Digest keyList = EnvelopeBinding.sortedDigest(materials);
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

    private static List<Digest> materials(Box box) throws IOException {
        List<Digest> materials = new ArrayList<>();
        for (byte[] material : box.keyingMaterials()) {
            EnvelopeShape.demand(material.length == Digest.SHA256_LENGTH, "a recipient without binding");
            materials.add(Digest.of(material));
        }
        return materials;
    }

    private static EnvelopeOutcome decrypt(
            Box box, AttributeTable attributes, RecipientKey key, EnvelopeExpectation expected) throws IOException {
        byte[] material = binding(expected).keyingMaterial(key.certificate()).toByteArray();
        byte[] signed;
        try {
            signed = box.open(key, material);
        } catch (GeneralSecurityException e) {
            return new Refused(Reason.UNDECIPHERABLE, "the key does not open it or it was changed");
        }
        return ManifestCheck.check(signed, attributes, expected);
    }
}
