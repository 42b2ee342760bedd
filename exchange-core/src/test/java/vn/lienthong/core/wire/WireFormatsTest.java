package vn.lienthong.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.message.RecipientsManifest;

class WireFormatsTest {

    @Test
    void headersSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.PARCEL_HEADER, Samples::header);
    }

    @Test
    void recipientListsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.RECIPIENTS, samples -> RecipientsManifest.of(samples.header()));
    }

    @Test
    void evidenceSurvivesTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.EVIDENCE, Samples::evidence);
    }

    @Test
    void signedEvidenceSurvivesTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.SIGNED_EVIDENCE, Samples::signedEvidence);
    }

    @Test
    void headerHasTheMembersOfTheProtocolInTheirOrder() {
        String header = "{\"v\":1,\"parcelId\":\"019ab3c4-d5e6-7f01-8234-56789abcdef0\",\"suite\":\"LT-1\","
                + "\"sender\":\"000.00.00.G22\",\"senderNode\":\"node-1\",\"recipients\":[\"G01\",\"H37.02.02\"],"
                + "\"urgency\":3,\"createdAt\":\"2026-11-21T08:15:30.123Z\",\"expiresAt\":\"2026-11-28T08:15:30.000Z\","
                + "\"payload\":{\"size\":5,\"sha256\":\"" + "0a".repeat(32) + "\",\"segmentSize\":8388608,"
                + "\"segmentsSha256\":\"" + "ff".repeat(32) + "\"}}";
        assertThat(WireFormats.PARCEL_HEADER.decode(header.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Decoded.Value.class);
    }
}
