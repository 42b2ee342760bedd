package vn.lienthong.node.audit.internal.export;

/** The page that tells anybody how to check a dossier without this program. */
final class DossierInstructions {

    private DossierInstructions() {}

    static String vietnamese() {
        return """
            CÁCH KIỂM CHỨNG HỒ SƠ NÀY

            1. Tệp kê khai (…manifest.json) đi kèm hồ sơ ghi mã băm SHA-256 của tệp .zip; tệp .p7s là chữ ký số (CMS)
               của nút đã lập hồ sơ. Kiểm tra bằng OpenSSL:
                 openssl cms -verify -binary -inform DER -in TỆP.p7s -content TỆP.manifest.json -noverify -out /dev/null
                 sha256sum TỆP.zip
            2. Thư mục events/ chứa nguyên văn từng sự kiện; entries/ chứa mục nhật ký tương ứng, chỉ ghi mã băm
               SHA-256 của sự kiện; proofs/ chứa bằng chứng (c2sp.org/tlog-proof) rằng mục đó nằm trong nhật ký đã được ký
               và được các nhân chứng cùng ký. Mã băm của lá là SHA-256(0x00 ‖ nội dung tệp trong entries/); kiểm tra
               bằng golang.org/x/mod/sumdb/tlog. Bằng chứng chưa có nghĩa là đầu nhật ký chưa kịp ký; xin lại hồ sơ sau.
            3. Thư mục private/ chứa phần có dữ liệu cá nhân. Nó đúng khi SHA-256(nội dung .salt ‖ nội dung .json) bằng
               "privateSha256" trong sự kiện cùng tên. Phần nào đã hết hạn lưu giữ thì không còn; sự kiện vẫn kiểm chứng được.
            4. Thư mục evidence/ chứa chứng cứ gửi nhận: .json là nội dung đã ký, .p7s là chữ ký.
            5. files.json ghi mã băm SHA-256 của mọi tệp trong hồ sơ.

            Điều được chứng minh: sự kiện đã được ghi theo thứ tự này và không bị sửa, xóa, chèn sau khi ghi.
            Điều không được chứng minh: rằng người dùng tài khoản đúng là người mang tên đó, và rằng văn bản đã được đọc hiểu.
            """;
    }

    static String english() {
        return """
            HOW TO VERIFY THIS DOSSIER

            1. The manifest (…manifest.json) beside the dossier states the SHA-256 of the .zip file; the .p7s file is the CMS
               signature of the node that made it. With OpenSSL:
                 openssl cms -verify -binary -inform DER -in FILE.p7s -content FILE.manifest.json -noverify -out /dev/null
                 sha256sum FILE.zip
            2. events/ holds each event, octet for octet; entries/ holds its entry of the log, which states only the SHA-256
               of the event; proofs/ holds the proof (c2sp.org/tlog-proof) that the entry is in the signed and witnessed log.
               The leaf hash is SHA-256(0x00 ‖ octets of the file in entries/); golang.org/x/mod/sumdb/tlog checks it.
               A proof that is missing was not ready yet: ask for the dossier again later.
            3. private/ holds what identifies people. It is genuine when SHA-256(octets of .salt ‖ octets of .json) is the
               "privateSha256" of the event of the same name. Parts whose period is over are gone; the event still verifies.
            4. evidence/ holds the evidence of exchange: .json is what was signed, .p7s is the signature.
            5. files.json states the SHA-256 of every file in the dossier.

            What is proven: the events were recorded in this order, and none was changed, removed or inserted afterwards.
            What is not proven: that whoever used an account was the person it belongs to, and that anybody understood a document.
            """;
    }
}
