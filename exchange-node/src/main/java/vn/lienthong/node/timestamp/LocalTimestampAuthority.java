package vn.lienthong.node.timestamp;

/** The timestamp authority of this very installation; only the central directory has one. */
public interface LocalTimestampAuthority {

    /**
     * Answers a request.
     *
     * @param request a TimeStampReq; hostile
     * @return a TimeStampResp in DER, granted or rejected
     */
    byte[] answer(byte[] request);
}
