package vn.lienthong.node.sandbox.internal;

/** What programs are seen to do. */
enum Deed {
    /** A document of the agency arrived somewhere. */
    SENT,
    /** A request with a known key was answered as before. */
    REPEATED,
    /** A request to send was refused. */
    SENDING_REFUSED,
    /** It asked where a document stands. */
    STATE_READ,
    /** It asked so after a recipient had refused. */
    REFUSAL_READ,
    /** It asked so while a document waited for the recipient that is away, or after that had expired. */
    OFFLINE_READ,
    /** It downloaded a package or a file. */
    DOWNLOADED,
    /** It acknowledged with the right digest. */
    ACKNOWLEDGED,
    /** It refused a document. */
    REFUSED,
    /** It said 15 or 16. */
    ANSWERED,
    /** It said 04, 05 or 06. */
    STATED,
    /** It let a request be held, or read the feed of events. */
    WAITED,
    /** It fetched evidence, a receipt or a dossier. */
    PROOF_TAKEN
}
