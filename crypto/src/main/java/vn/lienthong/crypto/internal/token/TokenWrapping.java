package vn.lienthong.crypto.internal.token;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;

/** Wraps keys under an AES key that never leaves the token. The result is a version, a nonce and what AES-GCM made. */
public final class TokenWrapping {

    private static final int KEY = 32;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;
    private static final byte VERSION = 1;
    private static final int WRAPPED = 1 + NONCE + KEY + TAG_BITS / Byte.SIZE;
    private static final int MAX_CONTEXT = 1_024;

    private final TokenLink link;
    private final SecureRandom random = new SecureRandom();

    /** Works over this connection. */
    public TokenWrapping(TokenLink link) {
        this.link = link;
    }

    /** Makes the AES key. */
    public void generate(String label) throws TokenException {
        TokenKeys.demandLabel(label);
        boolean made = link.call(session -> {
            TokenKeys.demandFree(session, label);
            KeyGenerator generator = KeyGenerator.getInstance("AES", session.provider());
            generator.init(KEY_BITS);
            session.store().setKeyEntry(label, generator.generateKey(), null, null);
            return session.store().isKeyEntry(label);
        });
        if (!made) {
            throw new TokenException(TokenFault.FAILED, "the token does not keep the key");
        }
    }

    /** Wraps 32 octets. */
    public byte[] wrap(String label, byte[] context, byte[] key) throws TokenException {
        if (key.length != KEY || context.length > MAX_CONTEXT) {
            throw new IllegalArgumentException("a key of " + KEY + " octets is wrapped");
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return link.call(session -> {
            byte[] sealed =
                    cipher(session, label, Cipher.ENCRYPT_MODE, nonce, context).doFinal(key);
            return ByteBuffer.allocate(WRAPPED)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        });
    }

    /** Unwraps them. */
    public byte[] unwrap(String label, byte[] context, byte[] wrapped) throws TokenException {
        if (wrapped.length != WRAPPED || wrapped[0] != VERSION || context.length > MAX_CONTEXT) {
            throw new TokenException(TokenFault.NOT_GENUINE, "not a wrapped key");
        }
        byte[] nonce = Arrays.copyOfRange(wrapped, 1, 1 + NONCE);
        byte[] sealed = Arrays.copyOfRange(wrapped, 1 + NONCE, WRAPPED);
        return link.call(session -> {
            try {
                return cipher(session, label, Cipher.DECRYPT_MODE, nonce, context)
                        .doFinal(sealed);
            } catch (AEADBadTagException e) {
                // Tokens name a wrong tag and a broken connection alike: what it still encrypts tells which it was.
                byte[] probe = cipher(session, label, Cipher.ENCRYPT_MODE, nonce(), context)
                        .doFinal(nonce);
                throw new TokenException(
                        probe.length > NONCE ? TokenFault.NOT_GENUINE : TokenFault.FAILED, "the key does not unwrap");
            }
        });
    }

    private byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return nonce;
    }

    private static Cipher cipher(TokenSession session, String label, int mode, byte[] nonce, byte[] context)
            throws GeneralSecurityException, java.io.IOException {
        Key key = session.key(label).orElseThrow(() -> TokenKeys.missing(label));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", session.provider());
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
