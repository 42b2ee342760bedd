package vn.lienthong.core.error;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of errors. A code, once published, keeps its meaning for ever; titles are for people, codes for programs.
 *
 * <p>Ranges: 1000 form, 1100 caller, 1200 recipients, 1300 sizes, 1400 repetition, 2000 parcels, 3000 storage, 4000 directory,
 * 5000 leases, 9000 the node itself.
 */
public enum ErrorCode {
    /** The request cannot be parsed. */
    REQUEST_MALFORMED(1001, 400, Actor.SENDER, false, "Yêu cầu sai định dạng", "Request is malformed"),
    /** A field breaks its rule; the problem names the field. */
    FIELD_INVALID(1002, 422, Actor.SENDER, false, "Trường dữ liệu không hợp lệ", "A field is invalid"),
    /** The content type is not among those accepted. */
    MEDIA_TYPE_UNSUPPORTED(
            1003, 415, Actor.SENDER, false, "Kiểu nội dung không được hỗ trợ", "Media type is not supported"),
    /** The structure has a version that this node does not speak. */
    VERSION_UNSUPPORTED(
            1004,
            400,
            Actor.SENDER,
            false,
            "Phiên bản giao thức không được hỗ trợ",
            "Protocol version is not supported"),
    /** There is no such thing, or the caller may not know of it. */
    NOT_FOUND(1005, 404, Actor.SENDER, false, "Không tìm thấy", "Not found"),
    /** The resource knows other methods. */
    METHOD_NOT_ALLOWED(1006, 405, Actor.SENDER, false, "Phương thức không được phép", "Method is not allowed"),
    /** The version named by the caller is no longer current. */
    PRECONDITION_FAILED(
            1007, 412, Actor.SENDER, false, "Dữ liệu đã được người khác thay đổi", "Changed by someone else meanwhile"),
    /** A file name has path parts or control characters. */
    ATTACHMENT_NAME_INVALID(1008, 422, Actor.SENDER, false, "Tên tệp không hợp lệ", "File name is invalid"),
    /** The content of a file is of a kind that the policy refuses. */
    FILE_TYPE_REFUSED(1009, 422, Actor.SENDER, false, "Loại tệp không được chấp nhận", "File type is refused"),
    /** Whoever changes something names the version that was seen. */
    PRECONDITION_REQUIRED(
            1012, 428, Actor.SENDER, false, "Thiếu phiên bản đã xem", "The version that was seen is missing"),
    /** No credentials, or they are not known. */
    NOT_AUTHENTICATED(1101, 401, Actor.SENDER, false, "Chưa xác thực", "Not authenticated"),
    /** The token or session has run out. */
    CREDENTIALS_EXPIRED(1102, 401, Actor.SENDER, false, "Thông tin xác thực đã hết hạn", "Credentials have expired"),
    /** The caller is known but lacks the permission. */
    NOT_PERMITTED(1103, 403, Actor.ADMINISTRATOR, false, "Không có quyền", "Not permitted"),
    /** The caller is not cleared for the secrecy level. */
    CLEARANCE_MISSING(
            1104, 403, Actor.ADMINISTRATOR, false, "Không đủ quyền tiếp cận độ mật này", "Clearance is missing"),
    /** The action demands a fresh second factor. */
    STEP_UP_REQUIRED(1105, 401, Actor.SENDER, false, "Cần xác thực bổ sung", "Stronger authentication is required"),
    /** The client certificate belongs to no node of the directory. */
    NODE_NOT_AUTHENTICATED(
            1106, 401, Actor.OPERATOR, false, "Nút gọi đến không được nhận diện", "Calling node is not recognised"),
    /** The caller has used up its share for now. */
    TOO_MANY_REQUESTS(1107, 429, Actor.SENDER, true, "Quá nhiều yêu cầu", "Too many requests"),
    /** No agency has this code now. */
    RECIPIENT_UNKNOWN(1201, 422, Actor.SENDER, false, "Không có đơn vị nhận mang mã này", "Recipient is unknown"),
    /** The code was closed; successors are named where they exist. */
    RECIPIENT_CLOSED(1202, 422, Actor.SENDER, false, "Đơn vị nhận đã ngừng hoạt động", "Recipient is closed"),
    /** The directory holds no key of the recipient for the suite. */
    RECIPIENT_WITHOUT_KEY(
            1203, 422, Actor.RECIPIENT, true, "Đơn vị nhận chưa có khóa hợp lệ", "Recipient has no valid key"),
    /** Every key certificate of the recipient has run out. */
    RECIPIENT_CERTIFICATE_EXPIRED(
            1204,
            422,
            Actor.RECIPIENT,
            true,
            "Chứng thư của đơn vị nhận đã hết hạn",
            "Recipient's certificate has expired"),
    /** The recipient's entry does not list the suite that the document needs. */
    RECIPIENT_SUITE_REFUSED(
            1205,
            422,
            Actor.ADMINISTRATOR,
            false,
            "Đơn vị nhận không chấp nhận bộ mật mã này",
            "Recipient does not accept the suite"),
    /** The node that serves the recipient may not receive. */
    RECIPIENT_NODE_REVOKED(
            1206, 422, Actor.OPERATOR, true, "Nút phục vụ đơn vị nhận đã bị thu hồi", "Recipient's node is revoked"),
    /** A recipient occurs more than once. */
    RECIPIENT_DUPLICATE(1207, 422, Actor.SENDER, false, "Đơn vị nhận bị lặp", "Recipient is named twice"),
    /** More recipients than one parcel can carry. */
    RECIPIENTS_TOO_MANY(1208, 422, Actor.SENDER, false, "Quá nhiều đơn vị nhận", "Too many recipients"),
    /** The channel or the recipient's node is not approved for the secrecy level. */
    SECRECY_NOT_ALLOWED(
            1209,
            422,
            Actor.SENDER,
            false,
            "Không được gửi văn bản mật qua kênh này",
            "Secret documents are not allowed here"),
    /** The caller may not send in the name of that agency here. */
    SENDER_NOT_SERVED(
            1210,
            403,
            Actor.ADMINISTRATOR,
            false,
            "Đơn vị gửi không thuộc nút này",
            "Sender is not served by this node"),
    /** The key is for trying out, or for a small circle, and does not reach this agency. */
    RECIPIENT_OUT_OF_REACH(
            1211,
            422,
            Actor.SENDER,
            false,
            "Khóa thử nghiệm không gửi được tới đơn vị này",
            "The key does not reach this recipient"),
    /** The content exceeds the limit. */
    TOO_LARGE(1301, 413, Actor.SENDER, false, "Dung lượng vượt quá giới hạn", "Too large"),
    /** More files than a document can carry. */
    TOO_MANY_ATTACHMENTS(1302, 422, Actor.SENDER, false, "Quá nhiều tệp đính kèm", "Too many attachments"),
    /** Fewer or more octets came than were announced. */
    LENGTH_MISMATCH(1303, 400, Actor.SENDER, true, "Độ dài không khớp", "Length differs from what was announced"),
    /** The upload continues at another offset; the answer names it. */
    OFFSET_CONFLICT(1304, 409, Actor.SENDER, true, "Vị trí tải lên không khớp", "Upload offset conflicts"),
    /** The octets are not those whose digest was announced. */
    DIGEST_MISMATCH(
            1305, 422, Actor.SENDER, true, "Nội dung không khớp mã băm đã khai", "Content differs from its digest"),
    /** The same key came with another request. */
    IDEMPOTENCY_CONFLICT(
            1401,
            422,
            Actor.SENDER,
            false,
            "Khóa chống gửi lặp đã dùng cho nội dung khác",
            "Idempotency key was used for other content"),
    /** The same key is being worked on. */
    REQUEST_IN_PROGRESS(
            1402, 409, Actor.SENDER, true, "Yêu cầu trước đó đang được xử lý", "The first request is still running"),
    /** Number, notation, date and sender were used before. */
    DOCUMENT_DUPLICATE(1403, 409, Actor.SENDER, false, "Văn bản đã được gửi trước đó", "Document was sent before"),
    /** Header, frame or segment table cannot be parsed. */
    PARCEL_MALFORMED(2001, 422, Actor.SOFTWARE, false, "Kiện sai định dạng", "Parcel is malformed"),
    /** None of the recipients is served by this node. */
    NOT_ADDRESSEE(
            2002, 422, Actor.OPERATOR, false, "Nút này không phục vụ đơn vị nhận nào của kiện", "Not an addressee"),
    /** The outer signature does not verify with the node's certificate. */
    OUTER_SIGNATURE_INVALID(
            2003,
            422,
            Actor.OPERATOR,
            false,
            "Chữ ký của nút gửi không hợp lệ",
            "Signature of the sending node is invalid"),
    /** The payload is not what the header promised. */
    PAYLOAD_TAMPERED(2004, 422, Actor.OPERATOR, true, "Nội dung kiện bị thay đổi", "Payload differs from its digest"),
    /** The envelope does not open, or what it binds differs from the header. */
    ENVELOPE_REFUSED(2005, 422, Actor.SENDER, false, "Không mở được phong bì khóa", "Key envelope is refused"),
    /** A parcel of the same id and another digest is stored. */
    PARCEL_ID_REUSED(
            2006, 409, Actor.SENDER, false, "Mã kiện đã dùng cho nội dung khác", "Parcel id came with other content"),
    /** The directory has revoked the node or its certificate. */
    SENDING_NODE_REVOKED(2007, 403, Actor.ADMINISTRATOR, false, "Nút gửi đã bị thu hồi", "Sending node is revoked"),
    /** It arrived after its own expiry. */
    PARCEL_EXPIRED(2008, 422, Actor.SENDER, false, "Kiện đã quá hạn", "Parcel has expired"),
    /** The clocks of the nodes differ too much. */
    PARCEL_FROM_FUTURE(
            2009, 422, Actor.OPERATOR, true, "Thời điểm tạo kiện ở tương lai", "Parcel was made in the future"),
    /** The directory routes the sender through another node. */
    SENDER_ROUTE_MISMATCH(
            2010,
            403,
            Actor.ADMINISTRATOR,
            false,
            "Nút gửi không phục vụ đơn vị gửi",
            "Sending node does not serve the sender"),
    /** The opened package is not what the sender's keys signed. */
    PACKAGE_REFUSED(
            2011,
            422,
            Actor.SENDER,
            false,
            "Gói tin hoặc chữ ký của cơ quan gửi không hợp lệ",
            "Package or its signatures are refused"),
    /** The manifest in the package names another parcel or other recipients. */
    MANIFEST_MISMATCH(
            2012,
            422,
            Actor.SENDER,
            false,
            "Danh sách nhận trong gói không khớp với kiện",
            "Signed recipients differ from the header"),
    /** The recipient's clerk refused it and said why. */
    REFUSED_BY_CLERK(2013, 422, Actor.SENDER, false, "Văn thư từ chối tiếp nhận", "Refused by the clerk"),
    /** The sender took it back before it was handed over. */
    RECALLED_BY_SENDER(2014, 410, Actor.SENDER, false, "Bên gửi đã lấy lại", "Recalled by the sender"),
    /** The time for delivery ran out. */
    NOT_DELIVERED_IN_TIME(
            2015, 504, Actor.OPERATOR, false, "Không chuyển được trong thời hạn", "Not delivered in time"),
    /** The suite is not in the registry for this time and secrecy level. */
    SUITE_UNKNOWN(
            2016,
            422,
            Actor.ADMINISTRATOR,
            false,
            "Bộ mật mã không được biết hoặc chưa, không còn hiệu lực",
            "Suite is unknown or not in force"),
    /** Form, issuer or signature of an evidence is wrong. */
    EVIDENCE_INVALID(2017, 422, Actor.OPERATOR, false, "Chứng cứ không hợp lệ", "Evidence is invalid"),
    /** A receipt proves nothing: its evidence is not in the log, or log or witnesses have not signed. */
    RECEIPT_INVALID(2018, 422, Actor.OPERATOR, false, "Biên nhận không hợp lệ", "Receipt is invalid"),
    /** A statement is malformed, not signed by the keys that are listed, or not its author's to make. */
    STATEMENT_INVALID(2019, 422, Actor.OPERATOR, false, "Thông báo trạng thái không hợp lệ", "Statement is invalid"),
    /** The store did not take or give the data. */
    STORAGE_FAILED(3001, 503, Actor.OPERATOR, true, "Lỗi lưu trữ", "Storage failed"),
    /** There is no room to keep it durably. */
    STORAGE_FULL(3002, 507, Actor.OPERATOR, true, "Hết dung lượng lưu trữ", "Storage is full"),
    /** The agency has used up its share of the store. */
    QUOTA_EXCEEDED(3003, 507, Actor.ADMINISTRATOR, true, "Vượt hạn mức lưu trữ của đơn vị", "Quota is exceeded"),
    /** The token with the private key that is needed cannot be used now. */
    KEY_AWAY(3004, 503, Actor.OPERATOR, true, "Thiết bị khóa chưa dùng được", "Token with the key is away"),
    /** The last publication is older than the policy allows. */
    DIRECTORY_STALE(4001, 503, Actor.OPERATOR, true, "Danh mục quá cũ", "Directory is too old"),
    /** A publication older than a known one was offered. */
    DIRECTORY_ROLLBACK(4002, 409, Actor.OPERATOR, false, "Danh mục bị quay lui", "Directory was rolled back"),
    /** Two different publications have the same sequence number. */
    DIRECTORY_FORK(4003, 409, Actor.ADMINISTRATOR, false, "Danh mục bị rẽ nhánh", "Directory has forked"),
    /** Form, chain or signatures of a publication are wrong. */
    DIRECTORY_REFUSED(
            4004,
            422,
            Actor.ADMINISTRATOR,
            false,
            "Bản công bố danh mục không hợp lệ",
            "Directory publication is refused"),
    /** The enrolment token is unknown, spent or expired, or its secret is wrong; deliberately not told apart. */
    ENROLMENT_REFUSED(
            4005, 403, Actor.OPERATOR, false, "Mã ghi danh không được chấp nhận", "Enrolment token is not accepted"),
    /** What is to be registered contradicts what is listed already. */
    DIRECTORY_CONFLICT(
            4006,
            409,
            Actor.ADMINISTRATOR,
            false,
            "Trái với nội dung đã có trong danh mục",
            "Contradicts the directory"),
    /** A key is of the wrong kind, or its possession is not proved. */
    DIRECTORY_KEY_REFUSED(4007, 422, Actor.OPERATOR, false, "Khóa không được chấp nhận", "Key is not accepted"),
    /** The calling node does not serve the agency. */
    NOT_SERVING_NODE(
            4008, 403, Actor.ADMINISTRATOR, false, "Nút không phục vụ đơn vị này", "Node does not serve the agency"),
    /** The directory's log shows others something else than what this node was given. */
    DIRECTORY_SPLIT_VIEW(
            4009,
            409,
            Actor.ADMINISTRATOR,
            false,
            "Nhật ký danh mục không khớp với bản danh mục đã nhận",
            "Directory's log contradicts the copy"),
    /** New keys of an agency that the agency's keys before have not confirmed: nothing is sealed to them. */
    KEY_UNCONFIRMED(
            4012,
            409,
            Actor.ADMINISTRATOR,
            false,
            "Khóa mới của cơ quan chưa được chính cơ quan đó xác nhận",
            "New keys are not confirmed by the agency"),
    /** The directory published a change about this node or its agencies that this node did not ask for. */
    DIRECTORY_UNASKED_CHANGE(
            4010,
            409,
            Actor.ADMINISTRATOR,
            false,
            "Danh mục có thay đổi mà nút này không yêu cầu",
            "Directory published a change that was not asked for"),
    /** Too few witnesses have cosigned the directory's log for longer than the policy allows; the node goes on. */
    DIRECTORY_UNWITNESSED(
            4011,
            409,
            Actor.OPERATOR,
            true,
            "Nhật ký danh mục thiếu nhân chứng quá lâu",
            "Directory's log is without its witnesses for too long"),
    /** No such lease, or it belongs to another node. */
    LEASE_UNKNOWN(5001, 404, Actor.OPERATOR, true, "Không có lượt nhận này", "Lease is unknown"),
    /** The parcel was offered again meanwhile. */
    LEASE_EXPIRED(5002, 410, Actor.OPERATOR, true, "Lượt nhận đã hết hạn", "Lease has expired"),
    /** A witness has seen a longer log than this one: the installation was restored from an older backup. */
    LOG_BEHIND_WITNESS(
            6001,
            503,
            Actor.OPERATOR,
            true,
            "Nhật ký ngắn hơn bản mà bên chứng kiến đã thấy",
            "Log is shorter than its witnesses know"),
    /** A witness, or the own disk, knows another log of the same size. */
    LOG_FORKED(6002, 503, Actor.ADMINISTRATOR, false, "Nhật ký bị rẽ nhánh", "Log contradicts what was signed before"),
    /** Since the start no witness has confirmed how long the log is. */
    LOG_UNCONFIRMED(
            6003,
            503,
            Actor.OPERATOR,
            true,
            "Nhật ký chờ bên chứng kiến xác nhận",
            "Log waits for a witness to confirm its size"),
    /** Entries, tiles, checkpoint or database do not belong together. */
    LOG_DAMAGED(6004, 503, Actor.ADMINISTRATOR, false, "Nhật ký bị sửa hoặc hỏng", "Log was altered or is damaged"),
    /** Files of the log cannot be written. */
    LOG_STORAGE_FAILED(
            6005, 503, Actor.OPERATOR, true, "Không ghi được tệp nhật ký", "Files of the log cannot be written"),
    /** The node sheds load; try again later. */
    OVERLOADED(9001, 503, Actor.OPERATOR, true, "Hệ thống đang quá tải", "Overloaded"),
    /** The node starts, stops or waits for a part of itself. */
    UNAVAILABLE(9002, 503, Actor.OPERATOR, true, "Tạm thời không phục vụ", "Temporarily unavailable"),
    /** The master key is missing, or is not the one of this installation; nothing was changed. */
    MASTER_KEY_REFUSED(
            9003, 503, Actor.ADMINISTRATOR, true, "Khóa chủ thiếu hoặc không đúng", "Master key is missing or wrong"),
    /** A defect; the log of the node knows more under the request's id. */
    INTERNAL(9999, 500, Actor.SOFTWARE, true, "Lỗi nội bộ", "Internal error");

    private static final Map<String, ErrorCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

    private final int number;
    private final int httpStatus;
    private final Actor actor;
    private final boolean retryable;
    private final String vietnamese;
    private final String english;

    ErrorCode(int number, int httpStatus, Actor actor, boolean retryable, String vietnamese, String english) {
        this.number = number;
        this.httpStatus = httpStatus;
        this.actor = actor;
        this.retryable = retryable;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Finds an entry by its code, {@code LT-1001}. */
    public static Optional<ErrorCode> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Returns the stable code, {@code LT-} and four digits. */
    public String code() {
        return "LT-" + number;
    }

    /** Returns the HTTP status with which this error is answered. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns who must act. */
    public Actor actor() {
        return actor;
    }

    /** Returns whether the very same request may succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** Returns the title for Vietnamese readers. */
    public String vietnamese() {
        return vietnamese;
    }

    /** Returns the title for English readers. */
    public String english() {
        return english;
    }
}
