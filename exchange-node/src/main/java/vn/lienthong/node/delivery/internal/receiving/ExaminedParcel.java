package vn.lienthong.node.delivery.internal.receiving;

import java.util.List;
import java.util.Map;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.wire.ParcelHead;

/**
 * A parcel whose outside is in order: checks 1 to 4 of {@code docs/protocol §6}.
 *
 * @param head all but the payload
 * @param sender the sending agency
 * @param hosted the recipients that are served here, at least one
 */
record ExaminedParcel(ParcelHead head, AgencyEntry sender, Map<AgencyCode, AgencyEntry> hosted) {

    ExaminedParcel {
        hosted = Map.copyOf(hosted);
    }

    List<AgencyCode> recipients() {
        return hosted.keySet().stream().sorted().toList();
    }

    Refusal refused(ErrorCode code, String detail) {
        return new Refusal(code, detail, head, recipients());
    }
}
