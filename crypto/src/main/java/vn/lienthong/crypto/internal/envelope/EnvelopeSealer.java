package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.envelope.EnvelopeContents;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.signature.CmsSignatures;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.suite.Suite;

/** Seals envelopes. */
public final class EnvelopeSealer {

    private static final AlgorithmIdentifier HKDF =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);

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
        return encrypt(signed, recipients, materials, binding.attributes(recipientsDigest, keyListDigest));
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
            require(
                    SuiteAlgorithms.allow(Set.of(suite.kem()), recipient),
                    "the suite does not allow a recipient's key");
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
            byte[] signed, List<X509Certificate> recipients, List<Digest> materials, AttributeTable attributes) {
        try {
            CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
            generator.setAuthenticatedAttributeGenerator(parameters -> attributes);
            for (int i = 0; i < recipients.size(); i++) {
                generator.addRecipientInfoGenerator(recipient(recipients.get(i), materials.get(i)));
            }
            OutputEncryptor encryptor = new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                    .setProvider(BouncyCastle.PROVIDER)
                    .build();
            byte[] envelope = generator
                    .generate(
                            new CMSProcessableByteArray(CMSObjectIdentifiers.signedData, signed),
                            (OutputAEADEncryptor) encryptor)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
            require(envelope.length <= KeyEnvelope.MAX_SIZE, "the envelope would be too large");
            return envelope;
        } catch (CMSException | IOException | CertificateException e) {
            throw new IllegalArgumentException("the envelope cannot be sealed", e);
        }
    }

    private static JceKEMRecipientInfoGenerator recipient(X509Certificate certificate, Digest material)
            throws IOException, CertificateException {
        X509Certificate translated = new JcaX509CertificateConverter()
                .setProvider(BouncyCastle.PROVIDER)
                .getCertificate(new X509CertificateHolder(Certificates.encode(certificate)));
        return new JceKEMRecipientInfoGenerator(translated, CMSAlgorithm.AES256_WRAP)
                .setProvider(BouncyCastle.PROVIDER)
                .setKDF(HKDF)
                .setUserKeyingMaterial(material.toByteArray());
    }
}
