package vn.lienthong.crypto.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** One signature line of a note: key name, key id and the signature. Nothing is verified yet. Immutable. */
public final class NoteSignature {

    private static final String DASH = "\u2014 ";
    private static final int MAX_BLOB = 8192;

    private final String keyName;
    private final int keyId;
    private final byte[] blob;

    private NoteSignature(String keyName, int keyId, byte[] blob) {
        this.keyName = keyName;
        this.keyId = keyId;
        this.blob = blob;
    }

    static NoteSignature of(VerifierKey key, byte[] blob) {
        return new NoteSignature(key.name(), key.id(), blob.clone());
    }

    /** Reads one line without its end. */
    static NoteSignature parse(String line) throws LogFormatException {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new LogFormatException("not a signature line");
        }
        String name = NoteText.name(line.substring(DASH.length(), space), "key's name");
        byte[] octets = NoteText.base64(line.substring(space + 1), "signature");
        if (octets.length <= Integer.BYTES || octets.length > MAX_BLOB) {
            throw new LogFormatException("a signature of " + octets.length + " octets");
        }
        byte[] blob = Arrays.copyOfRange(octets, Integer.BYTES, octets.length);
        return new NoteSignature(name, ByteBuffer.wrap(octets).getInt(), blob);
    }

    /**
     * Reads the answer of a witness: one or more signature lines, each with its end.
     *
     * @throws LogFormatException if there is anything else, or more than {@value SignedNote#MAX_SIGNATURES} lines
     */
    public static List<NoteSignature> parseLines(byte[] lines) throws LogFormatException {
        return parseLines(NoteText.text(lines, SignedNote.MAX_SIZE, "signatures"));
    }

    static List<NoteSignature> parseLines(String lines) throws LogFormatException {
        if (!lines.endsWith("\n")) {
            throw new LogFormatException("the signatures do not end with a line end");
        }
        String[] each = lines.substring(0, lines.length() - 1).split("\n", SignedNote.MAX_SIGNATURES + 1);
        if (each.length > SignedNote.MAX_SIGNATURES) {
            throw new LogFormatException("more than " + SignedNote.MAX_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : each) {
            signatures.add(parse(line));
        }
        return signatures;
    }

    boolean isBy(VerifierKey key) {
        return keyId == key.id() && keyName.equals(key.name());
    }

    /** Returns the name of the key. */
    public String keyName() {
        return keyName;
    }

    /** Returns the id of the key. */
    public int keyId() {
        return keyId;
    }

    /** Returns a copy of what follows the key id. */
    public byte[] blob() {
        return blob.clone();
    }

    /** Returns the line with its end. */
    public String line() {
        byte[] octets = ByteBuffer.allocate(Integer.BYTES + blob.length)
                .putInt(keyId)
                .put(blob)
                .array();
        return DASH + keyName + " " + Base64.getEncoder().encodeToString(octets) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && keyId == that.keyId
                && keyName.equals(that.keyName)
                && Arrays.equals(blob, that.blob);
    }

    @Override
    public int hashCode() {
        return 31 * keyId + Arrays.hashCode(blob);
    }

    @Override
    public String toString() {
        return "NoteSignature[" + keyName + "]";
    }
}
