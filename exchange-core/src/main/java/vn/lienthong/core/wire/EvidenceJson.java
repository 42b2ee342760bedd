package vn.lienthong.core.wire;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.DirectoryHead;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceIssuer;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.PreviousEvidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha512;

/** Evidence, bare and signed, as JSON. */
final class EvidenceJson {

    private EvidenceJson() {}

    static Evidence read(JsonObject json) throws MalformedException {
        HeaderJson.version(json, Evidence.VERSION);
        return new Evidence(
                json.parsed("id", EvidenceId::parse),
                json.parsed("event", EvidenceEvent::ofName),
                json.instant("time"),
                new EvidenceIssuer(new NodeId(json.text("issuerNode")), json.sha256("issuerCertificate")),
                new EvidenceSubject(
                        json.parsed("parcelId", ParcelId::parse),
                        json.parsed("sender", HeaderJson::agencyCode),
                        json.parsedOrNull("recipient", HeaderJson::agencyCode)),
                new EvidenceDigests(
                        json.sha256("headerSha256"),
                        json.sha256("payloadSha256"),
                        json.parsedOrNull("packageSha512", Sha512::fromHex)),
                json.parsedOrNull("claim", EvidenceJson::claim),
                json.objectsOrNone("reasons", Evidence.MAX_REASONS, EvidenceJson::readReason),
                readPrevious(json),
                json.objectOrNull("directory", EvidenceJson::readDirectory));
    }

    static void write(JsonWriter json, Evidence evidence) {
        json.whole("v", Evidence.VERSION)
                .text("id", evidence.id())
                .text("event", evidence.event().event())
                .instant("time", evidence.time())
                .text("issuerNode", evidence.issuer().node())
                .text("issuerCertificate", evidence.issuer().certificate())
                .text("parcelId", evidence.subject().parcelId())
                .text("sender", evidence.subject().sender())
                .optionalText("recipient", evidence.subject().recipient())
                .text("headerSha256", evidence.digests().header())
                .text("payloadSha256", evidence.digests().payload())
                .optionalText("packageSha512", evidence.digests().packaged())
                .optionalText(
                        "claim",
                        evidence.claim() == null ? null : evidence.claim().code())
                .optionalObjects("reasons", evidence.reasons(), EvidenceJson::writeReason);
        if (evidence.previous() != null) {
            json.text("previousId", evidence.previous().id())
                    .text("previousSha256", evidence.previous().sha256());
        }
        json.optionalObject("directory", evidence.directory(), EvidenceJson::writeDirectory);
    }

    static SignedEvidence readSigned(JsonObject json) throws MalformedException {
        return new SignedEvidence(
                json.octets("octets", Evidence.MAX_OCTETS), json.octets("signature", SignedEvidence.MAX_SIGNATURE));
    }

    static void writeSigned(JsonWriter json, SignedEvidence signed) {
        json.octets("octets", signed.octets()).octets("signature", signed.signature());
    }

    private static DirectoryHead readDirectory(JsonObject json) throws MalformedException {
        return new DirectoryHead(
                json.whole("sequence", 1, Publication.MAX_SEQUENCE),
                json.whole("size", 1, DirectoryHead.MAX_SIZE),
                json.sha256("root"));
    }

    private static void writeDirectory(JsonWriter json, DirectoryHead head) {
        json.whole("sequence", head.sequence()).whole("size", head.size()).text("root", head.root());
    }

    static LogCommitment readCommitment(JsonObject json) throws MalformedException {
        HeaderJson.version(json, LogCommitment.VERSION);
        return new LogCommitment(json.parsed("kind", LogCommitment.Kind::ofWord), json.sha256("sha256"));
    }

    static void writeCommitment(JsonWriter json, LogCommitment commitment) {
        json.whole("v", LogCommitment.VERSION)
                .text("kind", commitment.kind().word())
                .text("sha256", commitment.sha256());
    }

    static EvidenceReason readReason(JsonObject json) throws MalformedException {
        return new EvidenceReason(json.parsed("code", ErrorCode::find), json.textOrEmpty("text"));
    }

    static void writeReason(JsonWriter json, EvidenceReason reason) {
        json.text("code", reason.code().code()).optionalText("text", reason.detail());
    }

    private static @Nullable PreviousEvidence readPrevious(JsonObject json) throws MalformedException {
        if (!json.has("previousId")) {
            return null;
        }
        return new PreviousEvidence(json.parsed("previousId", EvidenceId::parse), json.sha256("previousSha256"));
    }

    private static Optional<ClaimLevel> claim(String code) {
        return Arrays.stream(ClaimLevel.values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }
}
