package vn.lienthong.node.web.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.protection.LocalSecrets;

/**
 * Seals a kept form, so that it can wait in the browser of whoever typed it until the sign-in is complete: strangers cost this
 * node no memory, and a new start of the node loses nothing.
 *
 * <p>Guarantees: only this installation can open it, only unchanged, and only for two hours.
 */
@Component
class KeptFormSealing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte[] PURPOSE = "lienthong kept form".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final int KEY_OCTETS = 32;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;
    private static final int OWNER_OCTETS = 16;
    private static final int LONGEST = 900_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] key;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * Reads the key, or draws it at the first start.
     *
     * @throws IOException if the key file cannot be read or made
     */
    KeptFormSealing(LocalSecrets secrets, SecureRandom random, InstantSource clock) throws IOException {
        this.key = Base64.getUrlDecoder()
                .decode(secrets.readOrDraw("secrets/kept-form-key", KEY_OCTETS).reveal());
        this.random = random;
        this.clock = clock;
    }

    /** The mark of a person in the forms shown to that person; tells nobody else who it is. */
    String owner(LoginName login) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] tag = mac.doFinal(("owner:" + login.value()).getBytes(StandardCharsets.UTF_8));
            return encode(Arrays.copyOf(tag, OWNER_OCTETS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC in this runtime", e);
        }
    }

    /** The form as text for a hidden field; empty when it is too long for one. */
    Optional<String> seal(KeptForm form) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, packed(JSON.writeValueAsBytes(form)));
        String text = encode(ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array());
        return Optional.of(text).filter(whole -> whole.length() <= LONGEST);
    }

    /** The form; empty for whatever this installation did not seal within the last two hours. */
    Optional<KeptForm> open(@Nullable String sealed) {
        if (sealed == null || sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] octets = Base64.getUrlDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(octets, NONCE_OCTETS);
            byte[] rest = Arrays.copyOfRange(octets, NONCE_OCTETS, octets.length);
            KeptForm form = JSON.readValue(unpacked(apply(Cipher.DECRYPT_MODE, nonce, rest)), KeptForm.class);
            return Optional.of(form).filter(kept -> kept.at().plus(PATIENCE).isAfter(clock.instant()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | JacksonException hostile) {
            return Optional.empty();
        } catch (IllegalStateException foreign) {
            return Optional.empty();
        }
    }

    private byte[] apply(int mode, byte[] nonce, byte[] octets) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(PURPOSE);
            return cipher.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a form that this installation keeps", e);
        }
    }

    private static byte[] packed(byte[] clear) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(clear);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return inflater.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("not a form that this installation keeps", e);
        }
    }

    private static String encode(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
