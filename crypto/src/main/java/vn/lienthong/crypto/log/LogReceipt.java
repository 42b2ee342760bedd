package vn.lienthong.crypto.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Proves offline that an entry is in a log and that witnesses saw it: the {@code .tlog-proof} of C2SP tlog-proof. Well-formed, not
 * verified. Immutable.
 */
public final class LogReceipt {

    /** The usual extension of a file. */
    public static final String FILE_EXTENSION = ".tlog-proof";

    /** The most octets of additional data. */
    public static final int MAX_EXTRA = 64 * 1024;

    /** The largest receipt in octets. */
    public static final int MAX_SIZE = SignedNote.MAX_SIZE + 2 * MAX_EXTRA;

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private final InclusionProof proof;
    private final byte[] extra;
    private final SignedNote note;
    private final Checkpoint checkpoint;

    private LogReceipt(InclusionProof proof, byte[] extra, SignedNote note, Checkpoint checkpoint) {
        this.proof = proof;
        this.extra = extra;
        this.note = note;
        this.checkpoint = checkpoint;
    }

    /**
     * Joins proof and checkpoint.
     *
     * @param proof path of the entry in the tree of the checkpoint
     * @param extra additional data that nothing authenticates; empty for none
     * @param note signed and cosigned checkpoint
     * @throws LogFormatException if the note is no checkpoint
     * @throws IllegalArgumentException if the proof is for a tree of another size, or the data are too large
     */
    public static LogReceipt of(InclusionProof proof, byte[] extra, SignedNote note) throws LogFormatException {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (proof.size() != checkpoint.size() || proof.path().size() > InclusionProof.MAX_PATH) {
            throw new IllegalArgumentException("the proof is not for the tree of the checkpoint");
        }
        if (extra.length > MAX_EXTRA) {
            throw new IllegalArgumentException("too much additional data");
        }
        return new LogReceipt(proof, extra.clone(), note, checkpoint);
    }

    /**
     * Reads a receipt.
     *
     * @throws LogFormatException if it is not one
     */
    public static LogReceipt parse(byte[] receipt) throws LogFormatException {
        NoteHeader parts = NoteHeader.split(receipt, MAX_SIZE, "receipt");
        String[] lines = parts.lines();
        if (!lines[0].equals(FORMAT)) {
            throw new LogFormatException("not a proof of a transparency log, version 1");
        }
        boolean hasExtra = lines.length > 1 && lines[1].startsWith(EXTRA);
        int at = hasExtra ? 2 : 1;
        if (lines.length <= at || !lines[at].startsWith(INDEX)) {
            throw new LogFormatException("the receipt does not tell the index");
        }
        long index = NoteText.decimal(lines[at].substring(INDEX.length()), "index");
        byte[] extra = hasExtra ? extra(lines[1].substring(EXTRA.length())) : new byte[0];
        SignedNote note = SignedNote.parse(parts.note());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        InclusionProof proof = new InclusionProof(index, checkpoint.size(), parts.hashes(at + 1));
        return new LogReceipt(proof, extra, note, checkpoint);
    }

    private static byte[] extra(String base64) throws LogFormatException {
        byte[] extra = NoteText.base64(base64, "additional data");
        if (extra.length == 0 || extra.length > MAX_EXTRA) {
            throw new LogFormatException("no additional data, or too much");
        }
        return extra;
    }

    /** Returns the octets of the receipt; for a parsed one, those that were parsed. */
    public byte[] encode() {
        StringBuilder head = new StringBuilder(FORMAT).append('\n');
        if (extra.length > 0) {
            head.append(EXTRA).append(Base64.getEncoder().encodeToString(extra)).append('\n');
        }
        head.append(INDEX).append(proof.index()).append('\n');
        proof.path().forEach(hash -> head.append(hash.toBase64()).append('\n'));
        return NoteHeader.join(head.append('\n').toString().getBytes(StandardCharsets.UTF_8), note.encode());
    }

    /** Verifies that the entry is in a log of the policy, and whether enough witnesses say so. */
    public ReceiptCheck verify(byte[] entry, LogPolicy policy) {
        return switch (policy.evaluate(note)) {
            case PolicyCheck.Rejected(PolicyCheck.Reason reason) -> new ReceiptCheck.Refused(refusal(reason));
            case PolicyCheck.Accepted(AttestedCheckpoint attested) ->
                includes(entry)
                        ? new ReceiptCheck.Proven(proof.index(), attested)
                        : new ReceiptCheck.Refused(ReceiptCheck.Reason.NOT_INCLUDED);
            case PolicyCheck.QuorumMissing(AttestedCheckpoint attested) ->
                includes(entry)
                        ? new ReceiptCheck.Unwitnessed(proof.index(), attested)
                        : new ReceiptCheck.Refused(ReceiptCheck.Reason.NOT_INCLUDED);
        };
    }

    private boolean includes(byte[] entry) {
        return proof.check(MerkleHash.leaf(entry), checkpoint.root()) == ProofCheck.VALID;
    }

    private static ReceiptCheck.Reason refusal(PolicyCheck.Reason reason) {
        return switch (reason) {
            case NO_CHECKPOINT -> ReceiptCheck.Reason.NO_CHECKPOINT;
            case UNKNOWN_LOG -> ReceiptCheck.Reason.UNKNOWN_LOG;
            case BAD_SIGNATURE -> ReceiptCheck.Reason.BAD_SIGNATURE;
        };
    }

    /** Returns place and path of the entry. */
    public InclusionProof proof() {
        return proof;
    }

    /** Returns a copy of the additional data, which nothing authenticates; empty if there are none. */
    public byte[] extra() {
        return extra.clone();
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
