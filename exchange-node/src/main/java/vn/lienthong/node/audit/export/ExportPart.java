package vn.lienthong.node.audit.export;

/** What can be downloaded of an export. */
public enum ExportPart {
    /** The file itself. */
    DATA,
    /** What it holds: count, range, digest, head of the log. */
    MANIFEST,
    /** Detached CMS signature of this node over the manifest. */
    SIGNATURE
}
