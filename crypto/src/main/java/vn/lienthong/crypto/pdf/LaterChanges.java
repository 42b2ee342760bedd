package vn.lienthong.crypto.pdf;

/** What the first signature of a document lets others change afterwards (DocMDP, ISO 32000-1 §12.8.2.2). */
public enum LaterChanges {
    /** Nothing, not even a further signature (P = 1). */
    NONE,
    /** Filling in forms and signing (P = 2): what an issued document needs when the agency signs after the person. */
    SIGNATURES,
    /** The signature does not certify. Annotations can then be added without breaking it: not for issued documents. */
    NOT_CERTIFIED
}
