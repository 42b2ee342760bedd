package vn.lienthong.node.client.command;

import java.util.List;
import vn.lienthong.node.client.proof.PackageProof;

/** What proofs mean, for people who never heard of signatures: what is proven and what is not. */
final class PlainWords {

    private PlainWords() {}

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
}
