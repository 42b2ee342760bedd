package vn.lienthong.core.evidence;

/** How much the issuer of an evidence has checked: it never claims more, and never that anything was read. */
public enum ClaimLevel {
    /** S1: queued: the octets are stored durably at the issuing node. */
    S1_STORED,
    /** S2: handed to the next in the chain, who acknowledged. */
    S2_ACKNOWLEDGED,
    /** S3: decrypted, and the digests match. */
    S3_DECRYPTED,
    /** S4: decrypted, matching, and accepted by the recipient's policy (signatures, names, file kinds). */
    S4_ACCEPTED;

    /** Returns the short name, {@code S1} to {@code S4}. */
    public String code() {
        return name().substring(0, 2);
    }
}
