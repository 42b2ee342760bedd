package vn.lienthong.node.desk.internal.dossier;

/** What lies in a dossier and how it is checked without this software. */
final class DossierReadme {

    private DossierReadme() {}

    static String text() {
        return """
            HỒ SƠ CHỨNG CỨ – kiểm chứng được ngoại tuyến, không cần máy chủ nào.

            dossier.json               phiên bản định dạng, ai niêm phong lúc nào, phần nào còn đang chờ
            evidence/NNN-X.json        chứng cứ: đúng các octet mà nút đã ký
            evidence/NNN-X.p7s         chữ ký CMS tách rời của nút (ECDSA)
            evidence/NNN-X.entry       mục trong nhật ký công khai: chỉ chứa mã băm của chứng cứ
            evidence/NNN-X.tlog-proof  biên nhận của nhật ký (C2SP tlog-proof); thiếu khi chưa đủ bên làm chứng
            evidence/NNN-X.stamped.tlog-proof, .tst
                                       dấu thời gian (RFC 3161) trên đầu nhật ký chứa mục này; thiếu khi đang chờ
            log/NÚT.policy             khóa của nhật ký và của các nút làm chứng (C2SP tlog-policy)
            certificates/NÚT.pem       chứng thư ký của nút
            certificates/authority.crl danh sách chứng thư bị thu hồi của cơ quan chứng thực
            directory/anchor.pem       gốc tin cậy
            directory/keys/            từng khóa đã dùng, với vị trí của nó trong nhật ký của danh mục
            directory/publications-*   toàn bộ công bố của danh mục, ký bằng hai khóa (chỉ khi không quá 4 MiB)
            package.asice              văn bản đã ký (chỉ khi người xuất hồ sơ được phép giữ)
            META-INF/                  niêm phong của cơ quan xuất hồ sơ

            Bằng phần mềm Liên thông:  lienthong verify ho-so.asice --anchor anchor.pem
            Bằng công cụ công cộng (chi tiết: docs/verify.md):
              csplit -s -z -f anchor- directory/anchor.pem '/BEGIN CERTIFICATE/' '{*}'   (anchor-00 là cơ quan chứng thực)
              openssl cms -verify -binary -inform DER -in evidence/001-A.1.p7s -content evidence/001-A.1.json \\
                -certfile certificates/NÚT.pem -CAfile anchor-00 -purpose any -no_check_time -out /dev/null
              sha256sum evidence/001-A.1.json     phải bằng "sha256" trong evidence/001-A.1.entry
            Hồ sơ không chứng minh rằng ai đó đã đọc văn bản.

            DOSSIER OF EVIDENCE – verifiable offline, without any server.
            Each piece of evidence is the exact octets that a node signed, with its detached CMS signature. The public log holds
            only its digest (.entry); .tlog-proof proves the place of that entry in a checkpoint that witnesses cosigned;
            .stamped.tlog-proof and .tst prove by when it existed; directory/keys/ proves whose keys these are.
            With this software: lienthong verify --lang en FILE --anchor anchor.pem. With public tools: as above; see docs/verify.md.
            A dossier never proves that anybody has read the document.
            """;
    }
}
