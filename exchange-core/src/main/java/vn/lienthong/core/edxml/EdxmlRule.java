package vn.lienthong.core.edxml;

/** The rules whose breach refuses a message, each with what the author of the message can do. */
public enum EdxmlRule {
    /** Not well-formed XML 1.0, or cut off. */
    MALFORMED(
            "không phải XML đúng cú pháp hoặc bị cắt cụt",
            "is not well-formed XML or is cut off",
            "tạo lại thông điệp bằng thư viện XML và gửi trọn vẹn",
            "build the message with an XML library and send it whole"),
    /** A document type declaration, or an entity that it would declare. */
    DOCTYPE(
            "có khai báo DOCTYPE hoặc thực thể",
            "has a DOCTYPE or an entity",
            "bỏ khai báo DOCTYPE và mọi thực thể tự định nghĩa",
            "leave out the DOCTYPE and every entity of your own"),
    /** Octets that are not in the encoding they claim, or an encoding other than UTF-8 and UTF-16 with a byte order mark. */
    ENCODING(
            "không phải UTF-8 (hoặc UTF-16 có BOM)",
            "is not UTF-8 (or UTF-16 with a byte order mark)",
            "mã hóa thông điệp bằng UTF-8",
            "encode the message in UTF-8"),
    /** The root is not {@code edXML} of QCVN 102, or what it must hold is not there. */
    NOT_EDXML(
            "không phải thông điệp edXML theo QCVN 102:2016/BTTTT",
            "is not an edXML message of QCVN 102:2016/BTTTT",
            "gửi <edXML> với edXMLEnvelope, edXMLHeader và MessageHeader",
            "send <edXML> with edXMLEnvelope, edXMLHeader and MessageHeader"),
    /** A message of another family, recognised by its root. */
    VARIANT(
            "là thông điệp thuộc phiên bản khác, không được nhận ở đây",
            "is a message of another family that is not taken here",
            "gửi thông điệp QCVN 102:2016 (edXMLEnvelope trong <edXML>), tệp đính kèm dạng base64",
            "send a QCVN 102:2016 message (edXMLEnvelope in <edXML>) with its files in base64"),
    /** The message has more octets than allowed. */
    MESSAGE_SIZE(
            "vượt quá dung lượng cho phép",
            "is larger than allowed",
            "chia nhỏ tệp đính kèm hoặc gửi qua API tải tệp",
            "send fewer or smaller files, or use the door for large files"),
    /** Elements are nested too deeply. */
    DEPTH(
            "lồng quá nhiều cấp phần tử",
            "is nested too deeply",
            "bỏ các phần tử lồng thừa",
            "leave out needless nesting"),
    /** Too many elements, or one more often than allowed. */
    COUNT("xuất hiện quá nhiều lần", "occurs too often", "giảm số lần xuất hiện", "send fewer of them"),
    /** A tag, comment or instruction is longer than allowed. */
    MARKUP(
            "có thẻ, thuộc tính hoặc chú thích quá dài",
            "has a tag, an attribute or a comment that is too long",
            "bỏ thuộc tính và chú thích thừa",
            "leave out needless attributes and comments"),
    /** A text is longer than allowed. */
    LENGTH("dài quá mức cho phép", "is too long", "rút ngắn nội dung", "shorten it"),
    /** A text has characters that no field may have. */
    CHARACTER(
            "có ký tự điều khiển",
            "holds control characters",
            "bỏ các ký tự điều khiển",
            "remove the control characters"),
    /** What must be there is not. */
    MISSING("bị thiếu hoặc để trống", "is missing or empty", "điền giá trị", "fill it in"),
    /** What may be there once is there more often. */
    REPEATED("chỉ được có một lần", "may be there once only", "giữ lại một phần tử", "keep one"),
    /** Not a whole number in its range. */
    NUMBER(
            "không phải số nguyên trong khoảng cho phép",
            "is not a whole number in its range",
            "ghi số nguyên đúng khoảng",
            "write a whole number in the range"),
    /** Not a date. */
    DATE(
            "không phải ngày có thật dạng yyyy/MM/dd",
            "is not an existing date as yyyy/MM/dd",
            "ghi ngày theo dạng 2026/11/22",
            "write the date like 2026/11/22"),
    /** Not the code of an agency. */
    AGENCY_CODE(
            "không phải mã định danh cơ quan",
            "is not the code of an agency",
            "dùng mã theo Quyết định 20/2020/QĐ-TTg, ví dụ 000.01.12.H28",
            "use a code of Decision 20/2020/QĐ-TTg such as 000.01.12.H28"),
    /** Not a status code. */
    STATUS_CODE(
            "không phải mã trạng thái",
            "is not a status code",
            "dùng 01 đến 06, 13, 15 hoặc 16",
            "use 01 to 06, 13, 15 or 16"),
    /** Nothing tells which document is meant. */
    TARGET(
            "không cho biết văn bản nào",
            "does not tell which document is meant",
            "điền OrganId và Code hoặc DocumentId của văn bản",
            "fill in OrganId and Code or DocumentId of the document"),
    /** Not base64. */
    BASE64(
            "không phải base64",
            "is not base64",
            "mã hóa lại nội dung tệp bằng base64 chuẩn",
            "encode the content of the file in standard base64"),
    /** A file is larger than allowed. */
    FILE_SIZE(
            "là tệp vượt quá dung lượng cho phép",
            "is a file larger than allowed",
            "gửi tệp nhỏ hơn hoặc dùng API tải tệp",
            "send a smaller file or use the door for large files"),
    /** The manifest names a file that the message does not hold. */
    FILE_MISSING(
            "nêu tệp không có trong thông điệp",
            "names a file that the message does not hold",
            "gửi kèm tệp với cùng ContentId",
            "send the file under the same ContentId"),
    /** The name of the entry in a ZIP has a path. */
    ZIP_PATH(
            "là ZIP có đường dẫn trong tên",
            "is a ZIP with a path in a name",
            "nén tệp không kèm thư mục",
            "put the file into the ZIP without folders"),
    /** A ZIP inflates beyond measure. */
    ZIP_RATIO(
            "là ZIP giải nén lớn bất thường",
            "is a ZIP that inflates beyond measure",
            "gửi tệp không nén",
            "send the file as it is"),
    /** A ZIP is broken, locked with a password or in a method that nobody reads. */
    ZIP_BROKEN(
            "là ZIP hỏng hoặc có mật khẩu",
            "is a ZIP that is broken or has a password",
            "nén lại tệp, không đặt mật khẩu",
            "pack the file again without a password"),
    /** A mark of state secrecy. */
    SECRET(
            "là dấu hiệu văn bản mật; Luật Bảo vệ bí mật nhà nước không cho phép gửi, nhận qua kênh này (LT-1209)",
            "marks a state secret, which the Law on Protection of State Secrets keeps off this channel (LT-1209)",
            "gửi, nhận theo chế độ văn bản mật; không thử lại ở đây",
            "use the regime for secret documents; do not try again here");

    private final String vietnamese;
    private final String english;
    private final String remedyVietnamese;
    private final String remedyEnglish;

    EdxmlRule(String vietnamese, String english, String remedyVietnamese, String remedyEnglish) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.remedyVietnamese = remedyVietnamese;
        this.remedyEnglish = remedyEnglish;
    }

    String vietnamese() {
        return vietnamese;
    }

    String english() {
        return english;
    }

    String remedyVietnamese() {
        return remedyVietnamese;
    }

    String remedyEnglish() {
        return remedyEnglish;
    }
}
