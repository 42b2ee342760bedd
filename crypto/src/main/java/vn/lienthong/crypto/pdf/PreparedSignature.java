package vn.lienthong.crypto.pdf;

/**
 * A document that waits for its signature value: the state between the two phases of signing with a key elsewhere.
 * It holds no secret and may be stored as its parts.
 */
public final class PreparedSignature {

    private final String fieldName;
    private final byte[] document;
    private final byte[] container;
    private final byte[] toBeSigned;

    /**
     * Restores a state from its parts.
     *
     * @param fieldName the field that waits
     * @param document the document with room for the signature
     * @param container the CMS container without signature value
     * @param toBeSigned the DER signed attributes
     */
    public PreparedSignature(String fieldName, byte[] document, byte[] container, byte[] toBeSigned) {
        this.fieldName = fieldName;
        this.document = document.clone();
        this.container = container.clone();
        this.toBeSigned = toBeSigned.clone();
    }

    /** Returns the name of the field that waits. */
    public String fieldName() {
        return fieldName;
    }

    /** Returns a copy of the document with room for the signature; show this one to the signer. */
    public byte[] document() {
        return document.clone();
    }

    /** Returns a copy of the CMS container that lacks its signature value. */
    public byte[] container() {
        return container.clone();
    }

    /**
     * Returns a copy of the octets to be signed: the DER signed attributes, a few hundred bytes. A token that signs
     * digests gets their SHA-256.
     */
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }
}
