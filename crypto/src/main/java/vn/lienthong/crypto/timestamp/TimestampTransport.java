package vn.lienthong.crypto.timestamp;

import java.io.IOException;

/** The way to a timestamp authority. */
@FunctionalInterface
public interface TimestampTransport {

    /** The largest answer that is read, in octets; an ML-DSA token with its chain needs about 25 KiB. */
    int LARGEST_ANSWER = 64 * 1024;

    /**
     * Sends a request and waits for the answer.
     *
     * @param request a TimeStampReq in DER
     * @return what came back, at most {@link #LARGEST_ANSWER} octets; hostile
     * @throws IOException when nothing usable came back in time
     */
    byte[] exchange(byte[] request) throws IOException;
}
