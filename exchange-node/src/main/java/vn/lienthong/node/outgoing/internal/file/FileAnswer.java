package vn.lienthong.node.outgoing.internal.file;

/** What came of the wish to add a file or a part of one. */
public sealed interface FileAnswer {

    /**
     * It may come, or has come in part.
     *
     * @param file as it stands
     */
    record Open(DraftFile file) implements FileAnswer {}

    /**
     * All of it is there and was looked into.
     *
     * @param file as it stands
     */
    record Complete(DraftFile file) implements FileAnswer {}

    /**
     * The part does not follow what is there.
     *
     * @param size octets that are there
     */
    record WrongPlace(long size) implements FileAnswer {}

    /**
     * It is not taken; nothing of it is kept.
     *
     * @param reason the end of the key of the words
     * @param name of the file, for the words
     */
    record Refused(String reason, String name) implements FileAnswer {}
}
