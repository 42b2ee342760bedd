package vn.lienthong.node.audit.export;

/** In which form events leave. */
public enum ExportFormat {
    /** Comma-separated values in UTF-8 with a mark, for spreadsheets; cells that would be formulas are made texts. */
    CSV("csv", "text/csv"),
    /** One JSON object per line. */
    JSON_LINES("jsonl", "application/jsonl"),
    /** ArcSight Common Event Format, one event per line. */
    CEF("cef", "text/plain"),
    /** Open Cybersecurity Schema Framework 1.3.0, one JSON object per line. */
    OCSF("ocsf.jsonl", "application/jsonl"),
    /** A case dossier: timeline, entries, proofs, evidence and how to verify them, in one ZIP file; at most 5000 events. */
    DOSSIER("zip", "application/zip");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** End of the file name, without dot. */
    public String extension() {
        return extension;
    }

    /** Of the file. */
    public String mediaType() {
        return mediaType;
    }
}
