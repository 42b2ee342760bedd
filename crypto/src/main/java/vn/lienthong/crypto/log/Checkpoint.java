package vn.lienthong.crypto.log;

/**
 * The head of a log (C2SP tlog-checkpoint). Extension lines are refused: the post-quantum signature would not cover them.
 *
 * @param origin unique name of the log, 1 to 255 octets, without white space and plus
 * @param size number of entries
 * @param root tree hash over all entries
 */
public record Checkpoint(String origin, long size, MerkleHash root) {

    private static final int LINES = 3;

    /** Refuses what is not a checkpoint. */
    public Checkpoint {
        if (!NoteText.isName(origin) || size < 0) {
            throw new IllegalArgumentException("not a checkpoint");
        }
    }

    /** Joins the name of a log with the head of its tree. */
    public static Checkpoint of(String origin, TreeHead head) {
        return new Checkpoint(origin, head.size(), head.root());
    }

    /**
     * Reads the text of a note.
     *
     * @throws LogFormatException if it is not exactly origin, size and root
     */
    public static Checkpoint parse(String noteText) throws LogFormatException {
        String[] lines = noteText.split("\n", LINES + 2);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            throw new LogFormatException("a checkpoint has three lines");
        }
        String origin = NoteText.name(lines[0], "origin");
        return new Checkpoint(origin, NoteText.decimal(lines[1], "size"), MerkleHash.ofBase64(lines[2]));
    }

    /** Returns size and root. */
    public TreeHead head() {
        return new TreeHead(size, root);
    }

    /** Returns the text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.toBase64() + "\n";
    }
}
