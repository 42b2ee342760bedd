package vn.lienthong.core.document;

/** Something that is longer than the rules say, though it is accepted. */
public enum MetadataWarning {
    /** The subject has more than 500 characters. */
    SUBJECT_LONG("Trích yếu dài hơn 500 ký tự", "The subject is longer than 500 characters"),
    /** The content has more than 500 characters. */
    CONTENT_LONG("Nội dung dài hơn 500 ký tự", "The content is longer than 500 characters"),
    /** The number has more than 11 characters. */
    NUMBER_LONG("Số văn bản dài hơn 11 ký tự", "The number is longer than 11 characters"),
    /** The notation has more than 30 characters. */
    NOTATION_LONG("Ký hiệu dài hơn 30 ký tự", "The notation is longer than 30 characters"),
    /** The places have more than 1000 characters together. */
    TO_PLACES_LONG("Nơi nhận dài hơn 1000 ký tự", "The recipients' list is longer than 1000 characters");

    private final String vietnamese;
    private final String english;

    MetadataWarning(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Returns the words for Vietnamese readers. */
    public String vietnamese() {
        return vietnamese;
    }

    /** Returns the words for English readers. */
    public String english() {
        return english;
    }
}
