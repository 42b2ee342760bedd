package vn.lienthong.core.wire;

import java.util.Optional;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.message.RecipientsManifest;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;

/** The parcel header and the list of addressees as JSON. */
final class HeaderJson {

    private HeaderJson() {}

    static Optional<AgencyCode> agencyCode(String text) {
        return AgencyCode.check(text) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                ? Optional.of(code)
                : Optional.empty();
    }

    static void version(JsonObject json, int version) throws MalformedException {
        if (json.whole("v", 0, Integer.MAX_VALUE) != version) {
            throw json.wrong("unknown version", "v");
        }
    }

    static Urgency urgency(JsonObject json) throws MalformedException {
        return Urgency.ofLevel(json.whole("urgency", 0, 4)).orElseThrow(() -> json.wrong("unknown", "urgency"));
    }

    static ParcelHeader readHeader(JsonObject json) throws MalformedException {
        version(json, ParcelHeader.VERSION);
        return new ParcelHeader(
                json.parsed("parcelId", ParcelId::parse),
                new SuiteId(json.text("suite")),
                json.parsed("sender", HeaderJson::agencyCode),
                new NodeId(json.text("senderNode")),
                json.texts("recipients", ParcelHeader.MAX_RECIPIENTS, HeaderJson::agencyCode),
                urgency(json),
                json.instant("createdAt"),
                json.instant("expiresAt"),
                json.object("payload", HeaderJson::readPayload));
    }

    static void writeHeader(JsonWriter json, ParcelHeader header) {
        json.whole("v", ParcelHeader.VERSION)
                .text("parcelId", header.parcelId())
                .text("suite", header.suite())
                .text("sender", header.sender())
                .text("senderNode", header.senderNode())
                .texts("recipients", header.recipients())
                .whole("urgency", header.urgency().level())
                .instant("createdAt", header.createdAt())
                .instant("expiresAt", header.expiresAt())
                .object("payload", payload -> writePayload(payload, header.payload()));
    }

    static RecipientsManifest readRecipients(JsonObject json) throws MalformedException {
        version(json, RecipientsManifest.VERSION);
        return new RecipientsManifest(
                json.parsed("parcelId", ParcelId::parse),
                json.parsed("sender", HeaderJson::agencyCode),
                json.texts("recipients", ParcelHeader.MAX_RECIPIENTS, HeaderJson::agencyCode));
    }

    static void writeRecipients(JsonWriter json, RecipientsManifest manifest) {
        json.whole("v", RecipientsManifest.VERSION)
                .text("parcelId", manifest.parcelId())
                .text("sender", manifest.sender())
                .texts("recipients", manifest.recipients());
    }

    private static PayloadDescription readPayload(JsonObject json) throws MalformedException {
        return new PayloadDescription(
                json.whole("size", 1, PayloadDescription.MAX_SIZE),
                json.sha256("sha256"),
                (int) json.whole("segmentSize", 1, PayloadDescription.MAX_SEGMENT_SIZE),
                json.sha256("segmentsSha256"));
    }

    private static void writePayload(JsonWriter json, PayloadDescription payload) {
        json.whole("size", payload.size())
                .text("sha256", payload.sha256())
                .whole("segmentSize", payload.segmentSize())
                .text("segmentsSha256", payload.segmentsSha256());
    }
}
