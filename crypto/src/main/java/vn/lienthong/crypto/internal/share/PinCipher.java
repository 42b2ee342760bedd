package vn.lienthong.crypto.internal.share;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Seals under a PIN: {@code version (1) | salt (16) | nonce (12) | AES-256-GCM}. The version fixes the cost. */
public final class PinCipher {

    private static final byte VERSION = 1;
    private static final int KIBIBYTES = 64 << 10;
    private static final int PASSES = 3;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int KEY = 32;
    private static final int LONGEST_CHARACTER = 4;
    private static final int TAG_BITS = 128;
    private static final int FRONT = 1 + SALT + NONCE;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Each derivation takes 64 MiB: more at once would let a crowd of tries fill the memory. */
    private static final Semaphore AT_ONCE = new Semaphore(2, true);

    private PinCipher() {}

    /** Seals; see {@link vn.lienthong.crypto.share.PinSealing#seal}. */
    public static byte[] seal(char[] pin, byte[] context, byte[] secret) {
        byte[] front = new byte[FRONT];
        RANDOM.nextBytes(front);
        front[0] = VERSION;
        try {
            byte[] sealed = apply(Cipher.ENCRYPT_MODE, pin, front, context, secret);
            return ByteBuffer.allocate(FRONT + sealed.length)
                    .put(front)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks AES-GCM", e);
        }
    }

    /** Opens; see {@link vn.lienthong.crypto.share.PinSealing#open}. */
    public static Optional<byte[]> open(char[] pin, byte[] context, byte[] sealed) {
        if (sealed.length <= FRONT || sealed[0] != VERSION) {
            return Optional.empty();
        }
        try {
            byte[] front = Arrays.copyOf(sealed, FRONT);
            byte[] rest = Arrays.copyOfRange(sealed, FRONT, sealed.length);
            return Optional.of(apply(Cipher.DECRYPT_MODE, pin, front, context, rest));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] apply(int mode, char[] pin, byte[] front, byte[] context, byte[] octets)
            throws GeneralSecurityException {
        byte[] key = derive(pin, Arrays.copyOfRange(front, 1, 1 + SALT));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] nonce = Arrays.copyOfRange(front, 1 + SALT, FRONT);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(front);
            cipher.updateAAD(context);
            return cipher.doFinal(octets);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] derive(char[] pin, byte[] salt) {
        Argon2Parameters cost = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(KIBIBYTES)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build();
        byte[] room = new byte[pin.length * LONGEST_CHARACTER];
        byte[] password = Arrays.copyOf(room, encode(pin, room));
        byte[] key = new byte[KEY];
        AT_ONCE.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(cost);
            int _ = generator.generateBytes(password, key);
            return key;
        } finally {
            AT_ONCE.release();
            Arrays.fill(password, (byte) 0);
            Arrays.fill(room, (byte) 0);
        }
    }

    private static int encode(char[] pin, byte[] room) {
        ByteBuffer out = ByteBuffer.wrap(room);
        CoderResult result = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(pin), out, true);
        if (!result.isUnderflow()) {
            throw new IllegalArgumentException("the PIN has no encoding");
        }
        return out.position();
    }
}
