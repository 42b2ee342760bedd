package vn.lienthong.crypto.payload;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.lienthong.crypto.suite.SuiteId;

/**
 * What a payload is bound to besides its key: a ciphertext opens only as this payload of this parcel.
 *
 * @param suite the parcel's suite
 * @param parcelId the parcel
 * @param index the number of the payload in the parcel, from 0
 */
public record PayloadContext(SuiteId suite, UUID parcelId, int index) {

    /** Refuses a negative index. */
    public PayloadContext {
        if (index < 0) {
            throw new IllegalArgumentException("payloads are numbered from 0");
        }
    }

    /** Returns the context octets: {@code "lt/1" 0x00 suite 0x00 parcelId 0x00 index}. */
    public byte[] toByteArray() {
        String text = "lt/1\0" + suite.value() + "\0" + parcelId + "\0" + index;
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
