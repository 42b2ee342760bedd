package vn.lienthong.crypto.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.internal.log.NotePublicKey;

/** A public key that verifies notes, with the name and type that belong to it: the vkey of C2SP signed-note. Immutable. */
public final class VerifierKey {

    private static final int MAX_TEXT = 4096;
    private static final int PARTS = 3;
    private static final int ID_DIGITS = 8;

    private final String name;
    private final NoteKeyType type;
    private final byte[] raw;
    private final NotePublicKey key;
    private final int id;

    private VerifierKey(String name, NoteKeyType type, byte[] raw, NotePublicKey key) {
        this.name = name;
        this.type = type;
        this.raw = raw;
        this.key = key;
        this.id = ByteBuffer.wrap(Digest.sha256(
                                (name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {type.identifier()}, raw)
                        .toByteArray())
                .getInt();
    }

    /**
     * Joins name, type and raw public key.
     *
     * @throws LogFormatException if the name may not name a key, or the octets are no key of the type
     */
    public static VerifierKey of(String name, NoteKeyType type, byte[] publicKey) throws LogFormatException {
        String checked = NoteText.name(name, "key's name");
        try {
            return new VerifierKey(checked, type, publicKey.clone(), NotePublicKey.of(type.algorithm(), publicKey));
        } catch (IOException e) {
            throw new LogFormatException("not a public key of type " + type);
        }
    }

    /**
     * Reads a vkey: {@code name+id+base64}.
     *
     * @throws LogFormatException if it is not one, or of a type that the log does not use
     */
    public static VerifierKey parse(String vkey) throws LogFormatException {
        String[] parts = vkey.length() > MAX_TEXT ? new String[0] : vkey.split("\\+", PARTS);
        if (parts.length != PARTS || parts[1].length() != ID_DIGITS) {
            throw new LogFormatException("not a verifier key");
        }
        byte[] typed = NoteText.base64(parts[2], "verifier key");
        Optional<NoteKeyType> type = typed.length == 0 ? Optional.empty() : NoteKeyType.of(typed[0]);
        if (type.isEmpty()) {
            throw new LogFormatException("a verifier key of a type that is not used");
        }
        VerifierKey key = of(parts[0], type.get(), Arrays.copyOfRange(typed, 1, typed.length));
        if (!parts[1].equals(key.hexId())) {
            throw new LogFormatException("the id of the verifier key does not belong to it");
        }
        return key;
    }

    /** Verifies a line of a note that bears this key's name and id. */
    Optional<VerifiedSignature> verify(String text, NoteSignature signature) {
        try {
            SignedMessage message = SignedMessage.of(type, name, text, signature.blob());
            return key.verifies(message.octets(), message.signature())
                    ? Optional.of(new VerifiedSignature(this, message.time()))
                    : Optional.empty();
        } catch (LogFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the name: a log's origin or a witness's name. */
    public String name() {
        return name;
    }

    /** Returns what the key signs. */
    public NoteKeyType type() {
        return type;
    }

    /** Returns the key id: a short name, no fingerprint to rely on. */
    public int id() {
        return id;
    }

    /** Returns the key id as it stands in the vkey. */
    public String hexId() {
        return String.format(Locale.ROOT, "%08x", id);
    }

    /** Returns a copy of the raw public key. */
    public byte[] publicKey() {
        return raw.clone();
    }

    /** Returns the vkey. */
    public String text() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = type.identifier();
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** Returns whether the other vkey wraps the same public key, whatever its name and type. */
    public boolean isSameKeyAs(VerifierKey other) {
        return Arrays.equals(raw, other.raw);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && type == that.type
                && name.equals(that.name)
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + id;
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id) + " (" + type + ")";
    }
}
