package vn.lienthong.core.message;

import java.nio.charset.StandardCharsets;
import vn.lienthong.core.value.SuiteId;

/** The context octets that bind an encrypted payload to its parcel, so that no payload can be moved to another parcel. */
public final class PayloadContext {

    private PayloadContext() {}

    /** Returns {@code "lt/1" NUL suite NUL parcelId NUL "0"}; the last part is the payload's index, of which there is one. */
    public static byte[] of(SuiteId suite, ParcelId parcelId) {
        return ("lt/1\0" + suite + "\0" + parcelId + "\0" + "0").getBytes(StandardCharsets.UTF_8);
    }
}
