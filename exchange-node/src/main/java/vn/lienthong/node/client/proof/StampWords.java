package vn.lienthong.node.client.proof;

import java.util.Locale;
import vn.lienthong.core.party.NodeId;

/** What time-stamps mean, in plain words. */
final class StampWords {

    private StampWords() {}

    static ProofLine about(StampProof proof) {
        return switch (proof) {
            case StampProof.Proven(var time, long size) ->
                ProofLine.proven(
                        "Đã có trước " + ProofWords.time(time, Locale.forLanguageTag("vi"))
                                + ": cơ quan cấp dấu thời gian đã thấy nhật ký có " + size + " mục, gồm mục này.",
                        "Existed before " + ProofWords.time(time, Locale.ENGLISH)
                                + ": a time-stamp authority saw the log of " + size + " entries with this one in it.");
            case StampProof.Foreign(var time, String authority) ->
                ProofLine.remark(
                        "Có dấu thời gian " + ProofWords.time(time, Locale.forLanguageTag("vi"))
                                + " của một cơ quan không thuộc gốc tin cậy này: chỉ tính nếu bạn tin cơ quan có chứng"
                                + " thư mang mã SHA-256 " + authority + ".",
                        "There is a time-stamp of " + ProofWords.time(time, Locale.ENGLISH)
                                + " by an authority that this anchor does not vouch for: it counts if you trust the one"
                                + " whose certificate has the SHA-256 " + authority + ".");
            case StampProof.NotProven(String reason) ->
                ProofLine.failed(
                        "Dấu thời gian không chứng minh được: " + reason, "The time-stamp proves nothing: " + reason);
        };
    }

    static ProofLine absent(ProofContents.Standing standing, NodeId issuer) {
        return standing == ProofContents.Standing.AT_ISSUER
                ? ProofLine.remark(
                        "Dấu thời gian cho chứng cứ này do nút " + issuer + " giữ; hồ sơ không cần nó để có giá trị.",
                        "Node " + issuer + " keeps the time-stamp of this evidence; the file holds without it.")
                : ProofLine.remark(
                        "Khi xuất hồ sơ, dấu thời gian còn đang chờ; hồ sơ không cần nó để có giá trị.",
                        "The time-stamp was still pending when the file was made; the file holds without it.");
    }
}
