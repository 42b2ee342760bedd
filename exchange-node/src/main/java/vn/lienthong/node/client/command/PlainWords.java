package vn.lienthong.node.client.command;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.node.client.proof.PackageProof;

/** What proofs mean, for people who never heard of signatures: what is proven and what is not. */
final class PlainWords {

    private PlainWords() {}

    /** A proven evidence. */
    static List<String> aboutEvidence(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add("✓ " + evidence.event().code() + " " + evidence.event().event() + ", " + evidence.time()
                + ", nút/node " + evidence.issuer().node());
        lines.add("  kiện/parcel " + evidence.subject().parcelId() + ", từ/from "
                + evidence.subject().sender()
                + (evidence.subject().recipient() == null
                        ? ""
                        : ", đến/to " + evidence.subject().recipient()));
        lines.add("  Chứng minh: " + vietnamese(evidence.event()));
        lines.add("  Proven: the node stated and signed: " + english(evidence.event()));
        ClaimLevel claim = evidence.claim();
        if (claim != null) {
            lines.add("  Mức/claim " + claim.code());
        }
        evidence.reasons().forEach(reason -> lines.add("  Lý do/reason " + reason.code() + " " + reason.detail()));
        return lines;
    }

    /** What no evidence proves. */
    static List<String> limits() {
        return List.of(
                "Không chứng minh: có người đã đọc văn bản; nội dung là đúng; đồng hồ của nút là đúng.",
                "Not proven: that anybody read the document, that its content is true, that the node's clock was"
                        + " right.");
    }

    /** A proven package. */
    static List<String> aboutPackage(PackageProof.Proven proven) {
        return List.of(
                "✓ Gói tin / package: " + proven.objects().size() + " đối tượng/objects, ký lúc/signed at "
                        + proven.signedAt(),
                "  kiện/parcel " + proven.addressees().parcelId() + ", từ/from "
                        + proven.addressees().sender() + ", đến/to "
                        + proven.addressees().recipients(),
                "  Chứng minh: cơ quan gửi đã ký từng tệp và danh sách nơi nhận bằng cả hai khóa.",
                "  Proven: the sending agency signed every file and the list of addressees with both of its keys.",
                "  Không chứng minh / not proven: thời điểm ký (do cơ quan gửi khai) / the time, which the sender"
                        + " claims.");
    }

    private static String vietnamese(EvidenceEvent event) {
        return switch (event) {
            case SUBMISSION_ACCEPTANCE -> "nút gửi đã nhận trách nhiệm và lưu bền kiện tin.";
            case SUBMISSION_REJECTION -> "nút gửi đã từ chối.";
            case RELAY_FAILURE -> "không chuyển được đến nút nhận trong thời hạn hoặc nút nhận từ chối.";
            case CONSIGNMENT_REJECTION -> "văn thư nơi nhận đã từ chối.";
            case ACCEPTANCE_REJECTION_EXPIRY -> "nơi nhận không lấy trong thời hạn.";
            case CONTENT_CONSIGNMENT -> "nút nhận đã giải mã, kiểm tra và lưu bền; nơi nhận có thể lấy.";
            case CONTENT_CONSIGNMENT_FAILURE -> "nút nhận không thể giao cho nơi nhận.";
            case CONTENT_HANDOVER -> "nơi nhận đã lấy văn bản, với mã băm do chính nơi nhận tính.";
            case CONTENT_HANDOVER_FAILURE -> "không bàn giao được cho nơi nhận.";
        };
    }

    private static String english(EvidenceEvent event) {
        return switch (event) {
            case SUBMISSION_ACCEPTANCE -> "it took responsibility and stored the parcel durably.";
            case SUBMISSION_REJECTION -> "it refused the submission.";
            case RELAY_FAILURE -> "the receiving node was not reached in time, or refused for good.";
            case CONSIGNMENT_REJECTION -> "the recipient's clerk refused.";
            case ACCEPTANCE_REJECTION_EXPIRY -> "nobody at the recipient took it in time.";
            case CONTENT_CONSIGNMENT -> "it decrypted, checked and stored the content; the recipient can take it.";
            case CONTENT_CONSIGNMENT_FAILURE -> "it could not make the content available to the recipient.";
            case CONTENT_HANDOVER -> "the recipient took the content and computed its digest itself.";
            case CONTENT_HANDOVER_FAILURE -> "the content could not be handed over.";
        };
    }
}
