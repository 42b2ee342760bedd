package vn.lienthong.node.listing;

/** What kind of file a list becomes. */
public enum ListFormat {
    /** A workbook of Excel. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Comma-separated values in UTF-8 with a byte-order mark, so that Excel reads the letters. */
    CSV("csv", "text/csv;charset=UTF-8");

    private final String ending;
    private final String mediaType;

    ListFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** The ending of file names, without dot. */
    public String ending() {
        return ending;
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }
}
