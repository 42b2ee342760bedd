package vn.lienthong.crypto.suite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.key.RecipientKey;

/**
 * An example of a prescribed scheme: agreement on brainpoolP384r1, HKDF-SHA384, Camellia-256 in GCM, in a form of its own: mark, then
 * each part with its length, recipients, nonce, ciphertext; everything before the ciphertext is authenticated with it.
 */
final class ExampleScheme implements EnvelopeScheme {

    private static final byte[] MARK = {'E', 'X', '1', 0};
    private static final String CURVE = "brainpoolP384r1";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int COUNT_AT = MARK.length;
    private static final int POINT = 2 * 48;

    private final SecureRandom random = new SecureRandom();
    private final PublicKey sample = generate().getPublic();

    @Override
    public boolean fits(PublicKey key) {
        return Arrays.equals(head(key), head(sample));
    }

    /** Everything of the encoding but the point: algorithm and curve. */
    private static byte[] head(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOf(encoded, Math.max(0, encoded.length - POINT));
    }

    @Override
    public Optional<PublicKey> decode(byte[] subjectPublicKeyInfo) {
        try {
            return Optional.<PublicKey>of(decoded(subjectPublicKeyInfo)).filter(this::fits);
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    @Override
    public KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no such curve", e);
        }
    }

    @Override
    public int countRecipients(byte[] envelope, int most) throws IOException {
        if (envelope.length < COUNT_AT + 2 || !Arrays.equals(envelope, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new IOException("not an envelope of this scheme");
        }
        int count = ((envelope[COUNT_AT] & 0xFF) << 8) | (envelope[COUNT_AT + 1] & 0xFF);
        return Math.min(count, most + 1);
    }

    @Override
    public byte[] encrypt(byte[] content, List<Recipient> recipients, byte[] attributes)
            throws GeneralSecurityException {
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try (ByteArrayOutputStream octets = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(octets)) {
            out.write(MARK);
            out.writeShort(recipients.size());
            for (Recipient recipient : recipients) {
                byte[] material = recipient.keyingMaterial().toByteArray();
                KeyPair ephemeral = generate();
                byte[] wrapped = gcm(
                                Cipher.ENCRYPT_MODE,
                                agree(
                                        ephemeral.getPrivate(),
                                        recipient.certificate().getPublicKey(),
                                        material),
                                new byte[NONCE],
                                material)
                        .doFinal(key);
                part(out, material);
                part(out, ephemeral.getPublic().getEncoded());
                part(out, wrapped);
            }
            part(out, attributes);
            out.write(nonce);
            byte[] authenticated = octets.toByteArray();
            out.write(gcm(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "Camellia"), nonce, authenticated)
                    .doFinal(content));
            return octets.toByteArray();
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static void part(DataOutputStream out, byte[] octets) throws IOException {
        out.writeShort(octets.length);
        out.write(octets);
    }

    private static byte[] part(DataInputStream in) throws IOException {
        byte[] octets = new byte[in.readUnsignedShort()];
        in.readFully(octets);
        return octets;
    }

    private static ECPublicKey decoded(byte[] key) throws GeneralSecurityException {
        return (ECPublicKey)
                KeyFactory.getInstance("EC", BouncyCastle.PROVIDER).generatePublic(new X509EncodedKeySpec(key));
    }

    private static SecretKey agree(PrivateKey own, PublicKey other, byte[] material) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", BouncyCastle.PROVIDER);
        agreement.init(own);
        agreement.doPhase(decoded(other.getEncoded()), true);
        return KDF.getInstance("HKDF-SHA384")
                .deriveKey(
                        "Camellia",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(agreement.generateSecret())
                                .thenExpand(material, KEY));
    }

    private static Cipher gcm(int mode, SecretKey key, byte[] nonce, byte[] authenticated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("Camellia/GCM/NoPadding", BouncyCastle.PROVIDER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(authenticated);
        return cipher;
    }

    @Override
    public Box read(byte[] envelope) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(envelope))) {
            in.skipNBytes(MARK.length);
            int count = in.readUnsignedShort();
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                parts.add(new Part(part(in), part(in), part(in)));
            }
            byte[] attributes = part(in);
            byte[] nonce = new byte[NONCE];
            in.readFully(nonce);
            byte[] ciphertext = in.readAllBytes();
            byte[] authenticated = Arrays.copyOf(envelope, envelope.length - ciphertext.length);
            return new ExampleBox(List.copyOf(parts), attributes, nonce, authenticated, ciphertext);
        }
    }

    private static final class Part {

        private final byte[] material;
        private final byte[] ephemeral;
        private final byte[] wrapped;

        Part(byte[] material, byte[] ephemeral, byte[] wrapped) {
            this.material = material;
            this.ephemeral = ephemeral;
            this.wrapped = wrapped;
        }
    }

    private static final class ExampleBox implements Box {

        private final List<Part> parts;
        private final byte[] attributes;
        private final byte[] nonce;
        private final byte[] authenticated;
        private final byte[] ciphertext;

        ExampleBox(List<Part> parts, byte[] attributes, byte[] nonce, byte[] authenticated, byte[] ciphertext) {
            this.parts = parts;
            this.attributes = attributes;
            this.nonce = nonce;
            this.authenticated = authenticated;
            this.ciphertext = ciphertext;
        }

        @Override
        public boolean usesOnlyItsAlgorithms() {
            return true;
        }

        @Override
        public List<byte[]> keyingMaterials() {
            return parts.stream().map(part -> part.material).toList();
        }

        @Override
        public byte[] attributes() {
            return attributes.clone();
        }

        @Override
        public byte[] open(RecipientKey key, byte[] keyingMaterial) throws GeneralSecurityException {
            for (Part part : parts) {
                if (Arrays.equals(part.material, keyingMaterial)) {
                    byte[] content = gcm(
                                    Cipher.DECRYPT_MODE,
                                    agree(key.privateKey(), decoded(part.ephemeral), keyingMaterial),
                                    new byte[NONCE],
                                    keyingMaterial)
                            .doFinal(part.wrapped);
                    return gcm(Cipher.DECRYPT_MODE, new SecretKeySpec(content, "Camellia"), nonce, authenticated)
                            .doFinal(ciphertext);
                }
            }
            throw new GeneralSecurityException("not a recipient");
        }
    }
}
