package vn.lienthong.node.vxp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Messages as systems send them. */
public final class SampleMessages {

    private static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?><edXML xmlns=\"" + NAMESPACE
            + "\"><edXML:edXMLEnvelope xmlns:edXML=\"" + NAMESPACE + "\"><edXML:edXMLHeader><edXML:MessageHeader>";
    /** The file of every letter. */
    public static final byte[] PDF = "%PDF-1.7\n%thử nghiệm\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private SampleMessages() {}

    /** A letter with one PDF. */
    public static byte[] letter(String from, String to, String number, String subject) {
        return letter(from, to, number, subject, business(0, "", "Văn bản điện tử mới"));
    }

    /** A letter that does something to an earlier one. */
    static byte[] letter(String from, String to, String number, String subject, String business) {
        return (HEAD + organ("From", from) + organ("To", to)
                        + "<edXML:DocumentId>" + from + ",2026/11/22," + number + "/UBND-VP</edXML:DocumentId>"
                        + "<edXML:Code><edXML:CodeNumber>" + number
                        + "</edXML:CodeNumber><edXML:CodeNotation>UBND-VP</edXML:CodeNotation></edXML:Code>"
                        + "<edXML:PromulgationInfo><edXML:Place>Huế</edXML:Place><edXML:PromulgationDate>2026/11/22"
                        + "</edXML:PromulgationDate></edXML:PromulgationInfo><edXML:DocumentType><edXML:Type>2</edXML:Type><edXML:TypeName>Công"
                        + " văn</edXML:TypeName></edXML:DocumentType><edXML:Subject>" + subject
                        + "</edXML:Subject><edXML:Content>" + subject + "</edXML:Content></edXML:MessageHeader>"
                        + business
                        + "</edXML:edXMLHeader><edXML:edXMLBody><edXML:edXMLManifest version=\"1.0\"><edXML:Reference>"
                        + "<edXML:ContentId>cid:209</edXML:ContentId><edXML:ContentType>application/pdf</edXML:ContentType>"
                        + "<edXML:AttachmentName>cong-van.pdf</edXML:AttachmentName></edXML:Reference></edXML:edXMLManifest>"
                        + "</edXML:edXMLBody></edXML:edXMLEnvelope><AttachmentEncoded><Attachment><ContentId>cid:209</ContentId>"
                        + "<AttachmentName>cong-van.pdf</AttachmentName><ContentType>application/pdf</ContentType>"
                        + "<ContentTransferEncoded>" + Base64.getEncoder().encodeToString(PDF)
                        + "</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String business(int type, String documentId, String reason) {
        return "<edXML:TraceHeaderList><edXML:Bussiness>"
                + (documentId.isEmpty() ? "" : "<edXML:DocumentId>" + documentId + "</edXML:DocumentId>")
                + "<edXML:BussinessDocType>" + type + "</edXML:BussinessDocType><edXML:BussinessDocReason>" + reason
                + "</edXML:BussinessDocReason><edXML:Paper>0</edXML:Paper></edXML:Bussiness></edXML:TraceHeaderList>";
    }

    /** A status about the letter of that number. */
    public static byte[] status(String from, String to, String number, String code, String why) {
        return (HEAD + organ("From", from) + "<edXML:ResponseFor><edXML:OrganId>" + to + "</edXML:OrganId><edXML:Code>"
                        + number + "/UBND-VP</edXML:Code><edXML:DocumentId></edXML:DocumentId>"
                                 + "<edXML:PromulgationDate>2026/11/22</edXML:PromulgationDate></edXML:ResponseFor><edXML:StaffInfo><edXML:Department>Phòng"
                                 + " Văn thư</edXML:Department><edXML:Staff>Nguyễn Văn A</edXML:Staff>"
                                 + "</edXML:StaffInfo><edXML:StatusCode>" + code + "</edXML:StatusCode><edXML:Description>" + why
                        + "</edXML:Description><edXML:Timestamp>2026/11/22 10:00:00</edXML:Timestamp>"
                        + "</edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope></edXML>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String organ(String element, String code) {
        return "<edXML:" + element + "><edXML:OrganId>" + code + "</edXML:OrganId><edXML:OrganName>Cơ quan " + code
                + "</edXML:OrganName></edXML:" + element + ">";
    }
}
