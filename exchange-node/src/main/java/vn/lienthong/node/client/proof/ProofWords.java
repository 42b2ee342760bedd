package vn.lienthong.node.client.proof;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.value.Sha256;

/** What proofs mean, for people who never heard of signatures: what is proven and what is not. */
public final class ProofWords {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT).withZone(HANOI);

    private ProofWords() {}

    /** A time as people in Vietnam read it. */
    public static String time(Instant time, Locale language) {
        return TIME.format(time) + (language.getLanguage().equals("en") ? " (UTC+7)" : " (giờ Việt Nam)");
    }

    static String fingerprint(byte[] octets) {
        return "SHA-256 " + Sha256.of(octets).hex();
    }

    static ProofLine about(Evidence evidence) {
        var recipient = evidence.subject().recipient();
        String claim = Optional.ofNullable(evidence.claim())
                .map(ClaimLevel::code)
                .map(code -> " [" + code + "]")
                .orElse("");
        String what = evidence.event().code() + " " + evidence.event().event() + claim;
        String parcel = evidence.subject().parcelId().toString();
        return ProofLine.proven(
                what + ": nút " + evidence.issuer().node() + " khẳng định " + vietnamese(evidence.event()) + " lúc "
                        + time(evidence.time(), Locale.forLanguageTag("vi")) + "; kiện " + parcel + ", từ "
                        + evidence.subject().sender() + (recipient == null ? "" : " đến " + recipient) + ".",
                what + ": node " + evidence.issuer().node() + " states that " + english(evidence.event()) + ", at "
                        + time(evidence.time(), Locale.ENGLISH) + "; parcel " + parcel + ", from "
                        + evidence.subject().sender() + (recipient == null ? "" : " to " + recipient) + ".");
    }

    static ProofLine about(EvidenceReason reason) {
        return ProofLine.remark(
                "Lý do nêu trong chứng cứ: " + reason.code().code() + " "
                        + reason.code().vietnamese() + (reason.detail().isEmpty() ? "" : " – " + reason.detail()),
                "Reason that the evidence states: " + reason.code().code()
                        + (reason.detail().isEmpty() ? "" : " – " + reason.detail()));
    }

    static ProofLine notLogged() {
        return ProofLine.remark(
                "Chứng cứ này chưa kèm biên nhận của nhật ký: chữ ký của nút vẫn có giá trị, nhưng chưa có bên làm"
                        + " chứng.",
                "This evidence comes without a receipt of the log: the node's signature holds, but nobody has witnessed"
                        + " it.");
    }

    static ProofLine about(LogProof proof) {
        return switch (proof) {
            case LogProof.NotProven(String reason) ->
                ProofLine.failed(
                        "Biên nhận của nhật ký không chứng minh được: " + reason,
                        "The receipt of the log proves nothing: " + reason);
            case LogProof.Proven proven
            when proven.isWitnessed() ->
                ProofLine.proven(
                        "Nằm trong nhật ký " + proven.origin() + " ở vị trí " + proven.index() + " (trong "
                                + proven.size() + " mục); được "
                                + proven.witnesses().size()
                                + " nút làm chứng, thuộc " + proven.blocs().size() + " khối, muộn nhất lúc "
                                + witnessed(proven, Locale.forLanguageTag("vi")) + ".",
                        "Stands in log " + proven.origin() + " at place " + proven.index() + " (of " + proven.size()
                                + " entries); seen by " + proven.witnesses().size() + " witnessing nodes of "
                                + proven.blocs().size() + " blocs, at the latest "
                                + witnessed(proven, Locale.ENGLISH) + ".");
            case LogProof.Proven proven ->
                ProofLine.remark(
                        "Nằm trong nhật ký " + proven.origin() + " ở vị trí " + proven.index()
                                + ", do chính nút đó ký; chưa đủ bên làm chứng ("
                                + proven.witnesses().size() + ").",
                        "Stands in log " + proven.origin() + " at place " + proven.index()
                                + ", as its own node signs; not enough witnesses ("
                                + proven.witnesses().size()
                                + ").");
        };
    }

    private static String witnessed(LogProof.Proven proven, Locale language) {
        Instant at = proven.witnessedAt();
        return at == null ? "–" : time(at, language);
    }

    static List<ProofLine> limits() {
        return List.of(ProofLine.limit(
                "Không chứng minh rằng ai đó đã đọc văn bản, rằng nội dung là đúng, hay rằng đồng hồ của nút là"
                        + " đúng (bên làm chứng chỉ chặn thời điểm muộn nhất).",
                "Not proven: that anybody read the document, that its content is true, or that the node's clock"
                        + " was right (witnesses only bound the time from above)."));
    }

    /** What the event says. */
    public static String vietnamese(EvidenceEvent event) {
        return switch (event) {
            case SUBMISSION_ACCEPTANCE -> "đã nhận trách nhiệm gửi và lưu bền kiện tin";
            case SUBMISSION_REJECTION -> "đã từ chối gửi";
            case RELAY_FAILURE -> "không chuyển được đến nút nhận trong thời hạn, hoặc nút nhận từ chối";
            case CONSIGNMENT_REJECTION -> "văn thư nơi nhận đã từ chối";
            case ACCEPTANCE_REJECTION_EXPIRY -> "nơi nhận không lấy trong thời hạn";
            case CONTENT_CONSIGNMENT -> "đã nhận, giải mã, đối chiếu mã băm và lưu bền để nơi nhận lấy";
            case CONTENT_CONSIGNMENT_FAILURE -> "không thể giao cho nơi nhận";
            case CONTENT_HANDOVER -> "nơi nhận đã lấy văn bản, với mã băm do chính nơi nhận tính";
            case CONTENT_HANDOVER_FAILURE -> "không bàn giao được cho nơi nhận";
        };
    }

    /** What the event says. */
    public static String english(EvidenceEvent event) {
        return switch (event) {
            case SUBMISSION_ACCEPTANCE -> "it took responsibility for sending and stored the parcel durably";
            case SUBMISSION_REJECTION -> "it refused the submission";
            case RELAY_FAILURE -> "the receiving node was not reached in time, or refused for good";
            case CONSIGNMENT_REJECTION -> "the recipient's clerk refused";
            case ACCEPTANCE_REJECTION_EXPIRY -> "nobody at the recipient took it in time";
            case CONTENT_CONSIGNMENT -> "it received, decrypted, checked and durably stored it for the recipient";
            case CONTENT_CONSIGNMENT_FAILURE -> "it could not make the content available to the recipient";
            case CONTENT_HANDOVER -> "the recipient took the content and computed its digest itself";
            case CONTENT_HANDOVER_FAILURE -> "the content could not be handed over";
        };
    }
}
