package vn.lienthong.crypto.internal.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.jcajce.SecretKeyWithEncapsulation;
import org.bouncycastle.jcajce.spec.KEMExtractSpec;
import org.bouncycastle.jcajce.spec.KEMGenerateSpec;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.share.SealedShare;

/** Seals shares: {@code version (1) | length of the encapsulation (2) | encapsulation | AES-256-GCM}. */
public final class ShareCipher {

    private static final byte VERSION = 1;
    private static final int FRONT = 3;
    private static final int TAG_BITS = 128;
    private static final int KEY_OCTETS = 32;
    private static final int SECRET_BITS = 256;
    private static final String KEM = "MLKEM1024-ECDH-P384-SHA3-256";
    private static final byte[] LABEL = "lienthong/share/1\0".getBytes(StandardCharsets.US_ASCII);

    /** Each key seals one share only, so that its nonce may stand still. */
    private static final byte[] NONCE = new byte[12];

    private static final SecureRandom RANDOM = new SecureRandom();

    private ShareCipher() {}

    /** Seals; see {@link SealedShare#seal}. */
    public static byte[] seal(byte[] share, PublicKey recipient, byte[] context) {
        boolean fits = KeyAlgorithms.of(recipient)
                .filter(KeyAlgorithm.MLKEM1024_ECDH_P384::equals)
                .isPresent();
        if (!fits || share.length < 1 || share.length > SealedShare.MAX_SHARE) {
            throw new IllegalArgumentException("not a share, or not a key that shares are sealed to");
        }
        try {
            KeyGenerator generator = KeyGenerator.getInstance(KEM, BouncyCastle.PROVIDER);
            generator.init(new KEMGenerateSpec(KeyCodec.publicKey(recipient.getEncoded()), "AES", SECRET_BITS), RANDOM);
            SecretKeyWithEncapsulation made = (SecretKeyWithEncapsulation) generator.generateKey();
            byte[] encapsulation = made.getEncapsulation();
            byte[] sealed = apply(Cipher.ENCRYPT_MODE, made, encapsulation, context, share);
            return ByteBuffer.allocate(FRONT + encapsulation.length + sealed.length)
                    .put(VERSION)
                    .putShort((short) encapsulation.length)
                    .put(encapsulation)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the share cannot be sealed to this key", e);
        }
    }

    /** Opens; see {@link SealedShare#open}. */
    public static Optional<byte[]> open(byte[] sealed, PrivateKey key, byte[] context) {
        if (sealed.length <= FRONT || sealed.length > SealedShare.MAX_SIZE || sealed[0] != VERSION) {
            return Optional.empty();
        }
        try {
            ByteBuffer octets = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
            byte[] encapsulation = new byte[Short.toUnsignedInt(octets.getShort())];
            octets.get(encapsulation);
            byte[] rest = new byte[octets.remaining()];
            octets.get(rest);
            KeyGenerator extractor = KeyGenerator.getInstance(KEM, BouncyCastle.PROVIDER);
            extractor.init(new KEMExtractSpec(KeyCodec.translate(key), encapsulation, "AES", SECRET_BITS));
            return Optional.of(apply(Cipher.DECRYPT_MODE, extractor.generateKey(), encapsulation, context, rest));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // hostile bytes: every parse that throws anything is a refusal
            return Optional.empty();
        }
    }

    private static byte[] apply(int mode, SecretKey secret, byte[] encapsulation, byte[] context, byte[] octets)
            throws GeneralSecurityException {
        byte[] info = ByteBuffer.allocate(LABEL.length + Integer.BYTES + context.length + encapsulation.length)
                .put(LABEL)
                .putInt(context.length)
                .put(context)
                .put(encapsulation)
                .array();
        byte[] material = secret.getEncoded();
        try {
            SecretKey key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract().addIKM(material).thenExpand(info, KEY_OCTETS));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, NONCE));
            cipher.updateAAD(info);
            return cipher.doFinal(octets);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }
}
