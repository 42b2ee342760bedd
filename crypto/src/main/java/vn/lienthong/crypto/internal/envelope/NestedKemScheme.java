package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jcajce.CompositePrivateKey;
import org.bouncycastle.jcajce.CompositePublicKey;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.RecipientKey;

/**
 * Two envelopes, one in the other: ML-KEM-1024 inside (RFC 9936), ephemeral-static ECDH on P-384 outside (RFC 5753). Both must be
 * broken to read. For when no composite mechanism may stand on the wire: suite LT-N1. Recipients have the same two keys as in LT-2.
 */
public final class NestedKemScheme implements KnownKeysScheme {

    private static final ASN1ObjectIdentifier AGREEMENT = CMSAlgorithm.ECDH_SHA384KDF;
    private static final KemRecipients INNER = new KemRecipients(NISTObjectIdentifiers.id_alg_ml_kem_1024);

    @Override
    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.MLKEM1024_ECDH_P384;
    }

    @Override
    public byte[] encrypt(byte[] content, List<Recipient> recipients, byte[] attributes)
            throws GeneralSecurityException {
        List<RecipientInfoGenerator> quantum = new ArrayList<>();
        List<RecipientInfoGenerator> classical = new ArrayList<>();
        for (Recipient recipient : recipients) {
            byte[] name = Certificates.digest(recipient.certificate()).toByteArray();
            List<PublicKey> parts = parts(recipient.certificate().getPublicKey());
            quantum.add(KemRecipients.named(
                    name, parts.getFirst(), recipient.keyingMaterial().toByteArray()));
            KeyPair ephemeral = KeyAlgorithms.generate(KeyAlgorithm.EC_P384);
            classical.add(new JceKeyAgreeRecipientInfoGenerator(
                            AGREEMENT, ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
                    .setProvider(BouncyCastle.PROVIDER)
                    .setUserKeyingMaterial(recipient.keyingMaterial().toByteArray())
                    .addRecipient(name, parts.getLast()));
        }
        ASN1Set given = ASN1Set.getInstance(attributes);
        byte[] inner = EnvelopeBox.encrypt(CMSObjectIdentifiers.signedData, content, given, quantum);
        return EnvelopeBox.encrypt(
                CMSObjectIdentifiers.authEnvelopedData,
                inner,
                retyped(given, CMSObjectIdentifiers.authEnvelopedData),
                classical);
    }

    /** The same attributes about content of another type. */
    private static ASN1Set retyped(ASN1Set attributes, ASN1ObjectIdentifier type) {
        ASN1EncodableVector retyped = new ASN1EncodableVector();
        for (ASN1Encodable element : attributes) {
            boolean isType = CMSAttributes.contentType.equals(
                    Attribute.getInstance(element).getAttrType());
            retyped.add(isType ? new Attribute(CMSAttributes.contentType, new DERSet(type)) : element);
        }
        return new DERSet(retyped);
    }

    private static List<PublicKey> parts(PublicKey key) throws GeneralSecurityException {
        try {
            if (KeyCodec.publicKey(key.getEncoded()) instanceof CompositePublicKey composite) {
                return requireTwo(composite.getPublicKeys());
            }
        } catch (IOException e) {
            throw new GeneralSecurityException("not a key of this scheme", e);
        }
        throw new GeneralSecurityException("not a key of this scheme");
    }

    private static List<PrivateKey> parts(PrivateKey key) throws GeneralSecurityException {
        try {
            if (KeyCodec.translate(key) instanceof CompositePrivateKey composite) {
                return requireTwo(composite.getPrivateKeys());
            }
        } catch (IOException e) {
            throw new GeneralSecurityException("not a key of this scheme", e);
        }
        throw new GeneralSecurityException("not a key of this scheme");
    }

    private static <K extends Key> List<K> requireTwo(List<K> parts) throws GeneralSecurityException {
        if (parts.size() != 2) {
            throw new GeneralSecurityException("not a key of two parts");
        }
        return parts;
    }

    @Override
    public Box read(byte[] envelope) throws IOException {
        EnvelopeShape shape = EnvelopeShape.parse(envelope, CMSObjectIdentifiers.authEnvelopedData);
        List<KeyAgreeRecipientInfo> recipients = new ArrayList<>();
        for (RecipientInfo recipient : shape.recipients()) {
            EnvelopeShape.demand(recipient.getInfo() instanceof KeyAgreeRecipientInfo, "a recipient without agreement");
            KeyAgreeRecipientInfo agreement = KeyAgreeRecipientInfo.getInstance(recipient.getInfo());
            EnvelopeShape.demand(agreement.getUserKeyingMaterial() != null, "a recipient without binding");
            EnvelopeShape.demand(agreement.getRecipientEncryptedKeys().size() == 1, "not one key for one recipient");
            recipients.add(agreement);
        }
        byte[] attributes =
                retyped(shape.attributes(), CMSObjectIdentifiers.signedData).getEncoded(ASN1Encoding.DER);
        boolean retyped = retyped(ASN1Set.getInstance(attributes), CMSObjectIdentifiers.authEnvelopedData)
                .equals(shape.attributes());
        EnvelopeShape.demand(retyped, "the attributes are not about an envelope");
        return new NestedBox(shape, new DEROctetString(attributes), recipients);
    }

    /**
     * A read envelope.
     *
     * @param shape the structure outside
     * @param encoded the attributes, as they stand inside
     * @param recipients its recipients in their order
     */
    private record NestedBox(EnvelopeShape shape, ASN1OctetString encoded, List<KeyAgreeRecipientInfo> recipients)
            implements Box {

        @Override
        public byte[] attributes() {
            return encoded.getOctets();
        }

        @Override
        public boolean usesOnlyItsAlgorithms() {
            return recipients.stream().allMatch(recipient -> {
                AlgorithmIdentifier agreement = recipient.getKeyEncryptionAlgorithm();
                return AGREEMENT.equals(agreement.getAlgorithm())
                        && CMSAlgorithm.AES256_WRAP.equals(AlgorithmIdentifier.getInstance(agreement.getParameters())
                                .getAlgorithm());
            });
        }

        @Override
        public List<byte[]> keyingMaterials() {
            return recipients.stream()
                    .map(recipient -> recipient.getUserKeyingMaterial().getOctets())
                    .toList();
        }

        @Override
        public byte[] open(RecipientKey key, byte[] keyingMaterial) throws GeneralSecurityException {
            List<PrivateKey> parts = parts(key.privateKey());
            List<byte[]> materials = keyingMaterials();
            for (int place = 0; place < materials.size(); place++) {
                if (Arrays.equals(materials.get(place), keyingMaterial)) {
                    return openInner(
                            EnvelopeBox.open(shape, place, agreement(parts.getLast())),
                            parts.getFirst(),
                            keyingMaterial);
                }
            }
            throw new GeneralSecurityException("not a recipient");
        }

        private static JceKeyAgreeAuthEnvelopedRecipient agreement(PrivateKey key) {
            JceKeyAgreeAuthEnvelopedRecipient recipient = new JceKeyAgreeAuthEnvelopedRecipient(key);
            recipient.setProvider(BouncyCastle.PROVIDER);
            return recipient;
        }

        /** Inside stands the same as outside: the same attributes for the same recipients. */
        private byte[] openInner(byte[] envelope, PrivateKey key, byte[] keyingMaterial)
                throws GeneralSecurityException {
            try {
                EnvelopeShape inner = EnvelopeShape.parse(envelope, CMSObjectIdentifiers.signedData);
                boolean same = Arrays.equals(inner.attributes().getEncoded(ASN1Encoding.DER), attributes())
                        && inner.recipients().size() == recipients.size();
                for (int place = 0; same && place < inner.recipients().size(); place++) {
                    KEMRecipientInfo recipient =
                            KemRecipients.read(inner.recipients().get(place));
                    if (INNER.uses(recipient) && Arrays.equals(recipient.getUkm(), keyingMaterial)) {
                        return EnvelopeBox.open(inner, place, KemRecipients.opener(key));
                    }
                }
            } catch (IOException e) {
                throw new GeneralSecurityException("no envelope inside", e);
            }
            throw new GeneralSecurityException("the envelope inside is another one");
        }
    }
}
