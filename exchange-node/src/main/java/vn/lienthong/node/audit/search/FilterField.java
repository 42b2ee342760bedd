package vn.lienthong.node.audit.search;

/** What events can be asked by; every value that a list shows can be asked for. */
public enum FilterField {
    /** The request under which the program's log knows it. */
    CORRELATION,
    /** Identifier of a document, account, key, node or resource. */
    OBJECT,
    /** Network address; erased with the private part. */
    ADDRESS,
    /** Who: {@code account:12}, {@code key:…}, {@code node:…}, {@code system}, {@code anonymous}. */
    ACTOR,
    /** Action of the catalogue, or its beginning with an asterisk: {@code document.*}. */
    ACTION,
    /** What it is about: names of {@link vn.lienthong.node.audit.EventClass}, separated by commas. */
    ABOUT,
    /** Name of {@link vn.lienthong.node.audit.Outcome}. */
    OUTCOME,
    /** Name of {@link vn.lienthong.node.audit.Severity}. */
    SEVERITY,
    /** Role, as recorded. */
    ROLE,
    /** Level of secrecy, 0 to 3. */
    SECRECY,
    /** Name of {@link vn.lienthong.node.audit.Channel}. */
    CHANNEL,
    /** Code of the reason. */
    REASON
}
