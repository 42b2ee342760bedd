package vn.lienthong.crypto.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines, a blank line, and a note: the shape of requests to witnesses and of receipts. */
final class NoteHeader {

    private final String[] lines;
    private final byte[] note;

    private NoteHeader(String[] lines, byte[] note) {
        this.lines = lines;
        this.note = note;
    }

    static NoteHeader split(byte[] octets, int max, String what) throws LogFormatException {
        String whole = NoteText.text(octets, max, what);
        int blank = whole.indexOf("\n\n");
        if (blank < 0) {
            throw new LogFormatException("no blank line before the checkpoint");
        }
        String[] lines = whole.substring(0, blank).split("\n", ConsistencyProof.MAX_PATH + 5);
        return new NoteHeader(lines, whole.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] join(byte[] head, byte[] note) {
        byte[] whole = new byte[head.length + note.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(note, 0, whole, head.length, note.length);
        return whole;
    }

    String[] lines() {
        return lines;
    }

    byte[] note() {
        return note;
    }

    /** Reads all lines from the given one on as hashes. */
    List<MerkleHash> hashes(int from) throws LogFormatException {
        if (lines.length - from > ConsistencyProof.MAX_PATH) {
            throw new LogFormatException("more than " + ConsistencyProof.MAX_PATH + " hashes");
        }
        List<MerkleHash> hashes = new ArrayList<>();
        for (int i = from; i < lines.length; i++) {
            hashes.add(MerkleHash.ofBase64(lines[i]));
        }
        return hashes;
    }
}
