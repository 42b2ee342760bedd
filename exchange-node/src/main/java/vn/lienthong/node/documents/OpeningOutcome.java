package vn.lienthong.node.documents;

import vn.lienthong.core.document.Document;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.suite.Protection;

/** What came of opening a parcel and checking everything inside. */
public sealed interface OpeningOutcome {

    /**
     * Every octet is what the sending agency signed for exactly these recipients.
     *
     * @param packaged digest of the package
     * @param packageSize octets of the package
     * @param document the document
     * @param documentOctets {@code document.json} as it stands in the package
     * @param regime how its sender protected it
     */
    record Opened(Sha512 packaged, long packageSize, Document document, Octets documentOctets, Regime regime)
            implements OpeningOutcome {}

    /**
     * How a parcel was protected. Never prints the key.
     *
     * @param protection the regime that both of the sender's keys have signed
     * @param key opens the payload
     * @param approvals {@code approvals.json}; empty octets when there is none
     */
    record Regime(Protection protection, PayloadKey key, Octets approvals) {}

    /**
     * The parcel must be refused.
     *
     * @param code why
     * @param detail why, in English, for the log; free of names and content
     */
    record Refused(ErrorCode code, String detail) implements OpeningOutcome {}
}
