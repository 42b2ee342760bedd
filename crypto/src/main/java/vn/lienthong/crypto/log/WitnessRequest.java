package vn.lienthong.crypto.log;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a log asks of a witness (C2SP tlog-witness, {@code add-checkpoint}): cosign this checkpoint, which grew from what you saw.
 * Well-formed, not verified. Immutable.
 */
public final class WitnessRequest {

    /** The largest request in octets. */
    public static final int MAX_SIZE = SignedNote.MAX_SIZE + 4096;

    /** The media type of the answer that tells the size which the witness knows. */
    public static final String SIZE_MEDIA_TYPE = "text/x.tlog.size";

    /** The most signatures of a checkpoint in a request, so that there is room for those of the witness. */
    public static final int MAX_SIGNATURES = SignedNote.MAX_SIGNATURES - 2;

    private static final String OLD = "old ";

    private final long oldSize;
    private final List<MerkleHash> proof;
    private final SignedNote note;
    private final Checkpoint checkpoint;

    private WitnessRequest(long oldSize, List<MerkleHash> proof, SignedNote note, Checkpoint checkpoint) {
        this.oldSize = oldSize;
        this.proof = List.copyOf(proof);
        this.note = note;
        this.checkpoint = checkpoint;
    }

    /**
     * Makes a request.
     *
     * @param oldSize the size that the witness is thought to know; 0 if it never saw the log
     * @param proof hashes of the consistency proof, see {@link ConsistencyProof#path}
     * @param note signed checkpoint
     * @throws LogFormatException if the note is no checkpoint
     */
    public static WitnessRequest of(long oldSize, List<MerkleHash> proof, SignedNote note) throws LogFormatException {
        if (oldSize < 0 || proof.size() > ConsistencyProof.MAX_PATH) {
            throw new IllegalArgumentException("not a request for a witness");
        }
        return new WitnessRequest(oldSize, proof, note, Checkpoint.parse(note.text()));
    }

    /**
     * Reads a request.
     *
     * @throws LogFormatException if it is not one; the answer is 400
     */
    public static WitnessRequest parse(byte[] request) throws LogFormatException {
        NoteHeader parts = NoteHeader.split(request, MAX_SIZE, "request");
        String[] lines = parts.lines();
        if (!lines[0].startsWith(OLD)) {
            throw new LogFormatException("the request does not begin with the old size");
        }
        long oldSize = NoteText.decimal(lines[0].substring(OLD.length()), "old size");
        SignedNote note = SignedNote.parse(parts.note());
        if (note.signatures().size() > MAX_SIGNATURES) {
            throw new LogFormatException("more than " + MAX_SIGNATURES + " signatures");
        }
        return new WitnessRequest(oldSize, parts.hashes(1), note, Checkpoint.parse(note.text()));
    }

    /**
     * Reads the size that a witness answers with when it knows another one than the request said.
     *
     * @throws LogFormatException if the answer is anything else
     */
    public static long parseSize(byte[] answer) throws LogFormatException {
        String text = NoteText.text(answer, Long.SIZE, "size");
        if (!text.endsWith("\n")) {
            throw new LogFormatException("the size has no line end");
        }
        return NoteText.decimal(text.substring(0, text.length() - 1), "size");
    }

    /** Returns the octets of the request; for a parsed one, those that were parsed. */
    public byte[] encode() {
        StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> head.append(hash.toBase64()).append('\n'));
        return NoteHeader.join(head.append('\n').toString().getBytes(StandardCharsets.UTF_8), note.encode());
    }

    /** Returns the size that the witness is thought to know. */
    public long oldSize() {
        return oldSize;
    }

    /** Returns the hashes of the consistency proof. */
    public List<MerkleHash> proof() {
        return proof;
    }

    /** Returns the signed checkpoint. */
    public SignedNote note() {
        return note;
    }

    /** Returns what the checkpoint says; nothing is verified. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }
}
