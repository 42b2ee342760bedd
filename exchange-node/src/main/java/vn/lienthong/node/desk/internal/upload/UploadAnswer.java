package vn.lienthong.node.desk.internal.upload;

/** What became of octets that came for an upload. */
public sealed interface UploadAnswer {
    /**
     * They are kept.
     *
     * @param upload as it is now
     */
    record Kept(Upload upload) implements UploadAnswer {}

    /**
     * The upload stands elsewhere; nothing was kept.
     *
     * @param offset where it goes on
     */
    record WrongPlace(long offset) implements UploadAnswer {}

    /** This part does not have the digest that came with it; nothing of it was kept. */
    record PartBroken() implements UploadAnswer {}

    /** The whole does not have the digest that was announced; nothing is left of it. */
    record WholeBroken() implements UploadAnswer {}

    /** More came than was announced; nothing of it was kept. */
    record TooMuch() implements UploadAnswer {}
}
