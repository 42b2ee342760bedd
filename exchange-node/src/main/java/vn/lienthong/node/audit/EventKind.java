package vn.lienthong.node.audit;

import static vn.lienthong.node.audit.EventClass.ACCOUNT;
import static vn.lienthong.node.audit.EventClass.API_KEY;
import static vn.lienthong.node.audit.EventClass.AUDIT;
import static vn.lienthong.node.audit.EventClass.CONFIGURATION;
import static vn.lienthong.node.audit.EventClass.DIRECTORY;
import static vn.lienthong.node.audit.EventClass.DOCUMENT;
import static vn.lienthong.node.audit.EventClass.EVIDENCE;
import static vn.lienthong.node.audit.EventClass.KEY;
import static vn.lienthong.node.audit.EventClass.LOG;
import static vn.lienthong.node.audit.EventClass.OPERATION;
import static vn.lienthong.node.audit.EventClass.PEER;
import static vn.lienthong.node.audit.EventClass.PERMISSION;
import static vn.lienthong.node.audit.EventClass.SESSION;
import static vn.lienthong.node.audit.Severity.CRITICAL;
import static vn.lienthong.node.audit.Severity.INFO;
import static vn.lienthong.node.audit.Severity.NOTICE;
import static vn.lienthong.node.audit.Severity.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue: every kind of event there is. An action, once published, keeps its meaning for ever; new kinds raise
 * {@link #CATALOGUE_VERSION}.
 */
public enum EventKind {
    SESSION_START("session.start", SESSION, INFO, "Đăng nhập thành công", "Signed in"),
    SESSION_END("session.end", SESSION, INFO, "Đăng xuất", "Signed out"),
    SESSION_EXPIRE("session.expire", SESSION, INFO, "Phiên hết hạn", "Session expired"),
    SESSION_END_ALL("session.end-all", SESSION, NOTICE, "Đóng mọi phiên", "All sessions ended"),
    SESSION_END_ONE("session.end-one", SESSION, NOTICE, "Đóng một phiên", "Session ended"),
    SESSION_END_OTHERS("session.end-others", SESSION, NOTICE, "Đóng các phiên khác", "Other sessions ended"),
    SESSION_REFUSE("session.refuse", SESSION, WARNING, "Đăng nhập sai", "Sign-in failed"),
    SESSION_LOCK("session.lock", SESSION, WARNING, "Khóa tạm vì nhập sai nhiều lần", "Locked out"),
    MFA_ENROL("mfa.enrol", SESSION, NOTICE, "Bật xác thực hai lớp", "Second factor enrolled"),
    MFA_VERIFY("mfa.verify", SESSION, INFO, "Xác thực lớp hai đúng", "Second factor accepted"),
    MFA_REFUSE("mfa.refuse", SESSION, WARNING, "Xác thực lớp hai sai", "Second factor refused"),
    MFA_RECOVER("mfa.recover", SESSION, NOTICE, "Dùng mã khôi phục", "Recovery code used"),
    MFA_CODES("mfa.codes", SESSION, NOTICE, "Đổi mã khôi phục", "Recovery codes replaced"),
    MFA_RESET("mfa.reset", SESSION, NOTICE, "Đặt lại xác thực hai lớp", "Second factor reset"),
    PASSKEY_ADD("passkey.add", SESSION, NOTICE, "Thêm khóa truy cập", "Passkey added"),
    PASSKEY_REMOVE("passkey.remove", SESSION, NOTICE, "Bỏ khóa truy cập", "Passkey removed"),

    ACCESS_REFUSE("access.refuse", PERMISSION, WARNING, "Từ chối vì thiếu quyền", "Access refused"),
    FORM_FORGE("form.forge", PERMISSION, WARNING, "Biểu mẫu giả mạo bị chặn", "Forged form refused"),
    FLOOD_SUM("flood.sum", PERMISSION, WARNING, "Tổng số lần bị chặn dồn dập", "Sum of a flood"),

    ACCOUNT_CREATE("account.create", ACCOUNT, NOTICE, "Tạo tài khoản", "Account created"),
    ACCOUNT_DISABLE("account.disable", ACCOUNT, NOTICE, "Khóa tài khoản", "Account disabled"),
    ACCOUNT_ENABLE("account.enable", ACCOUNT, NOTICE, "Mở lại tài khoản", "Account enabled"),
    ACCOUNT_CHANGE("account.change", ACCOUNT, NOTICE, "Đổi cơ quan của tài khoản", "Account changed"),
    ACCOUNT_PASSWORD("account.password", ACCOUNT, NOTICE, "Đổi mật khẩu", "Password changed"),
    ACCOUNT_LINK("account.link", ACCOUNT, NOTICE, "Nối với hệ thống định danh", "Identity linked"),
    ACCOUNT_UNLINK("account.unlink", ACCOUNT, NOTICE, "Bỏ nối với hệ thống định danh", "Identity unlinked"),
    ROLE_GRANT("role.grant", ACCOUNT, NOTICE, "Cấp vai trò", "Role granted"),
    ROLE_ELEVATE("role.elevate", ACCOUNT, WARNING, "Cấp vai trò quản trị", "Strong role granted"),
    ROLE_REVOKE("role.revoke", ACCOUNT, NOTICE, "Thu hồi vai trò", "Role revoked"),

    ACCOUNT_INVITE("account.invite", ACCOUNT, NOTICE, "Mời mở tài khoản", "Account invited"),
    ACCOUNT_JOIN("account.join", ACCOUNT, NOTICE, "Nhận lời mời", "Invitation taken up"),
    ACCOUNT_SUSPEND("account.suspend", ACCOUNT, NOTICE, "Tạm đình chỉ", "Account suspended"),
    ACCOUNT_RESUME("account.resume", ACCOUNT, NOTICE, "Cho làm việc lại", "Account resumed"),
    ACCOUNT_LEAVE("account.leave", ACCOUNT, NOTICE, "Đặt ngày nghỉ việc", "Leaving day set"),
    ACCOUNT_STAY("account.stay", ACCOUNT, NOTICE, "Bỏ ngày nghỉ việc", "Leaving day dropped"),
    ACCOUNT_GONE("account.gone", ACCOUNT, NOTICE, "Hết ngày làm việc", "Account ended"),
    ACCOUNT_WARN("account.warn", ACCOUNT, NOTICE, "Tài khoản lâu không dùng", "Account unused"),
    ACCOUNT_DORMANT(
            "account.dormant", ACCOUNT, NOTICE, "Khóa vì lâu không dùng", "Account shut because nobody used it"),
    ROLE_CHANGE("role.change", ACCOUNT, WARNING, "Đổi quyền của vai trò", "Role changed"),
    ROLE_CHANGE_ASK("role.change-ask", ACCOUNT, NOTICE, "Đề nghị đổi quyền của vai trò", "Role change asked"),
    ROLE_CHANGE_DROP("role.change-drop", ACCOUNT, NOTICE, "Bỏ đề nghị đổi vai trò", "Role change dropped"),
    REVIEW_OPEN("review.open", ACCOUNT, NOTICE, "Mở đợt rà soát quyền", "Access review opened"),
    REVIEW_DECIDE("review.decide", ACCOUNT, NOTICE, "Kết luận về một quyền", "Right decided about"),
    REVIEW_CLOSE("review.close", ACCOUNT, NOTICE, "Đóng đợt rà soát quyền", "Access review closed"),
    REVIEW_READ("review.read", ACCOUNT, INFO, "Đọc biên bản rà soát", "Review minutes read"),
    CLEARANCE_PROPOSE("clearance.propose", ACCOUNT, NOTICE, "Đề nghị cấp độ mật", "Clearance proposed"),
    CLEARANCE_CONFIRM("clearance.confirm", ACCOUNT, WARNING, "Xác nhận cấp độ mật", "Clearance confirmed"),
    CLEARANCE_REFUSE("clearance.refuse", ACCOUNT, NOTICE, "Từ chối cấp độ mật", "Clearance refused"),
    CLEARANCE_END("clearance.end", ACCOUNT, NOTICE, "Thu hồi độ mật", "Clearance ended"),
    CLEARANCE_EXPIRE("clearance.expire", ACCOUNT, NOTICE, "Độ mật hết hạn", "Clearance ran out"),

    API_KEY_CREATE("api-key.create", API_KEY, NOTICE, "Tạo khóa API", "API key created"),
    API_KEY_REVOKE("api-key.revoke", API_KEY, NOTICE, "Thu hồi khóa API", "API key revoked"),
    API_KEY_ROTATE("api-key.rotate", API_KEY, NOTICE, "Thay khóa API", "API key rotated"),
    API_KEY_REFUSE("api-key.refuse", API_KEY, WARNING, "Khóa API bị từ chối", "API key refused"),
    API_KEY_BEGIN("api-key.begin", API_KEY, INFO, "Khóa API dùng lần đầu", "API key first used"),
    API_KEY_MOVE("api-key.move", API_KEY, NOTICE, "Khóa API dùng từ địa chỉ mới", "Used from a new address"),

    DOCUMENT_VIEW("document.view", DOCUMENT, INFO, "Xem văn bản", "Document viewed"),
    DOCUMENT_FILE("document.file", DOCUMENT, INFO, "Tải tệp của văn bản", "File downloaded"),
    DOCUMENT_PACKAGE("document.package", DOCUMENT, INFO, "Tải gói tin có chữ ký", "Package downloaded"),
    DOCUMENT_PRINT("document.print", DOCUMENT, INFO, "In văn bản", "Document printed"),
    DOCUMENT_EXPORT("document.export", DOCUMENT, NOTICE, "Xuất văn bản", "Document exported"),
    DOCUMENT_SEARCH("document.search", DOCUMENT, INFO, "Tra cứu văn bản", "Documents searched"),
    REGISTER_VIEW("register.view", DOCUMENT, INFO, "Xem sổ", "Register viewed"),
    REGISTER_ISSUE("register.issue", DOCUMENT, INFO, "Cấp số", "Number issued"),
    REGISTER_INSERT("register.insert", DOCUMENT, NOTICE, "Chèn số phụ", "Number inserted"),
    REGISTER_CANCEL("register.cancel", DOCUMENT, NOTICE, "Hủy số", "Number cancelled"),
    REGISTER_CHANGE("register.change", DOCUMENT, NOTICE, "Đổi sổ, bộ đếm", "Register changed"),
    REGISTER_CLOSE("register.close", DOCUMENT, NOTICE, "Khóa sổ", "Register closed"),
    REGISTER_REOPEN("register.reopen", DOCUMENT, WARNING, "Mở lại sổ", "Register reopened"),
    REGISTER_IMPORT("register.import", DOCUMENT, NOTICE, "Nhập sổ cũ", "Register imported"),
    REGISTER_PRINT("register.print", DOCUMENT, INFO, "In sổ", "Register printed"),
    LIST_EXPORT("list.export", DOCUMENT, NOTICE, "Xuất danh sách", "List exported"),
    LIST_DOWNLOAD("list.download", DOCUMENT, NOTICE, "Tải danh sách", "List downloaded"),
    DOCUMENT_ACCEPT("document.accept", DOCUMENT, INFO, "Tiếp nhận văn bản", "Document accepted"),
    DOCUMENT_REFUSE("document.refuse", DOCUMENT, NOTICE, "Từ chối tiếp nhận văn bản", "Document refused"),
    DOCUMENT_REGISTER("document.register", DOCUMENT, INFO, "Vào sổ văn bản", "Document registered"),
    DOCUMENT_ASSIGN("document.assign", DOCUMENT, INFO, "Trình, phân công văn bản", "Assigned"),
    DOCUMENT_HANDLE("document.handle", DOCUMENT, INFO, "Xử lý văn bản", "Document handled"),
    DOCUMENT_ABNORMAL("document.abnormal", DOCUMENT, CRITICAL, "Báo văn bản bất thường", "Abnormal document"),
    DELEGATION_GRANT("delegation.grant", ACCOUNT, NOTICE, "Ủy quyền", "Delegation given"),
    DELEGATION_END("delegation.end", ACCOUNT, NOTICE, "Kết thúc ủy quyền", "Delegation ended"),
    DOCUMENT_RECALL("document.recall", DOCUMENT, NOTICE, "Lấy lại văn bản", "Document recalled"),
    DOCUMENT_UPDATE("document.update", DOCUMENT, NOTICE, "Cập nhật văn bản", "Document updated"),
    DOCUMENT_REPLACE("document.replace", DOCUMENT, NOTICE, "Thay thế văn bản", "Document replaced"),
    DOCUMENT_CORRECT("document.correct", DOCUMENT, NOTICE, "Đính chính văn bản", "Document corrected"),
    DOCUMENT_REMIND("document.remind", DOCUMENT, INFO, "Nhắc nơi nhận", "Recipient reminded"),
    DOCUMENT_RECALL_ANSWER(
            "document.recall-answer", DOCUMENT, NOTICE, "Trả lời đề nghị lấy lại", "Recall request answered"),
    DOCUMENT_DRAFT("document.draft", DOCUMENT, INFO, "Soạn văn bản đi", "Outgoing document begun"),
    DOCUMENT_DISCARD("document.discard", DOCUMENT, INFO, "Xóa bản nháp", "Draft discarded"),
    DOCUMENT_ATTACH("document.attach", DOCUMENT, INFO, "Thêm tệp vào bản nháp", "File added"),
    DOCUMENT_DETACH("document.detach", DOCUMENT, INFO, "Bỏ tệp khỏi bản nháp", "File removed"),
    DOCUMENT_SIGN("document.sign", DOCUMENT, NOTICE, "Ký số văn bản đi", "Document signed"),
    DOCUMENT_SEND("document.send", DOCUMENT, NOTICE, "Phát hành văn bản", "Document issued"),
    DOCUMENT_HOLD_BACK("document.hold-back", DOCUMENT, NOTICE, "Hoàn tác gửi văn bản", "Sending undone"),
    SECRET_KEY_ENROL("secret.key-enrol", KEY, NOTICE, "Lập khóa cá nhân", "Personal keys made"),
    SECRET_KEY_UNLOCK("secret.key-unlock", KEY, INFO, "Mở khóa cá nhân", "Personal keys unlocked"),
    SECRET_KEY_LOCK("secret.key-lock", KEY, INFO, "Khóa lại khóa cá nhân", "Personal keys locked"),
    SECRET_KEY_REFUSE("secret.key-refuse", KEY, WARNING, "Sai mã PIN khóa cá nhân", "Wrong PIN of personal keys"),
    SECRET_KEY_CHANGE("secret.key-change", KEY, NOTICE, "Đổi mã PIN khóa cá nhân", "PIN changed"),
    SECRET_KEY_RESET("secret.key-reset", KEY, WARNING, "Lập lại khóa cá nhân", "Personal keys made anew"),
    SECRET_KEY_REVOKE("secret.key-revoke", KEY, WARNING, "Thu hồi khóa cá nhân", "Personal keys revoked"),
    SECRET_DRAFT("secret.draft", DOCUMENT, INFO, "Soạn văn bản mật", "Secret draft begun"),
    SECRET_EDIT("secret.edit", DOCUMENT, INFO, "Sửa bản thảo mật", "Secret draft changed"),
    SECRET_REMOVE("secret.remove", DOCUMENT, NOTICE, "Hủy bản thảo mật", "Secret draft destroyed"),
    SECRET_SUBMIT("secret.submit", DOCUMENT, NOTICE, "Trình duyệt phát hành mật", "Submitted for release"),
    SECRET_WITHDRAW("secret.withdraw", DOCUMENT, NOTICE, "Rút bản trình duyệt", "Taken back before release"),
    SECRET_RETURN("secret.return", DOCUMENT, INFO, "Trả mảnh khóa bản đã rút", "Share given back"),
    SECRET_APPROVE("secret.approve", DOCUMENT, NOTICE, "Duyệt phát hành mật", "Release approved"),
    SECRET_RELEASE_REFUSE("secret.release-refuse", DOCUMENT, NOTICE, "Không duyệt phát hành mật", "Release refused"),
    SECRET_STOP("secret.stop", DOCUMENT, NOTICE, "Dừng phát hành mật", "Release stopped"),
    SECRET_SEND("secret.send", DOCUMENT, NOTICE, "Gửi văn bản mật", "Secret document sent"),
    SECRET_FAIL("secret.fail", DOCUMENT, WARNING, "Không gửi được văn bản mật", "Secret document not sent"),
    SECRET_RECALL("secret.recall", DOCUMENT, NOTICE, "Lấy lại văn bản mật", "Secret document recalled"),
    SECRET_ARRIVE("secret.arrive", DOCUMENT, NOTICE, "Văn bản mật đến", "Secret document arrived"),
    SECRET_SPLIT("secret.split", DOCUMENT, INFO, "Chia khóa văn bản mật", "Key of a secret split"),
    SECRET_LOOK("secret.look", DOCUMENT, NOTICE, "Xem văn bản mật", "Secret document viewed"),
    SECRET_PRINT("secret.print", DOCUMENT, WARNING, "In văn bản mật", "Secret document printed"),
    SECRET_DOWNLOAD("secret.download", DOCUMENT, WARNING, "Tải văn bản mật", "Secret file downloaded"),
    SECRET_CONSENT_ASK("secret.consent-ask", DOCUMENT, NOTICE, "Đề nghị cùng mở văn bản", "Consent to open asked"),
    SECRET_CONSENT("secret.consent", DOCUMENT, NOTICE, "Đồng ý cùng mở văn bản", "Consent to open given"),
    SECRET_HAND_OVER("secret.hand-over", DOCUMENT, NOTICE, "Tiếp nhận văn bản mật", "Secret document taken"),
    SECRET_REFUSE("secret.refuse", DOCUMENT, NOTICE, "Từ chối văn bản mật", "Secret document refused"),
    SECRET_KNOW_ADD("secret.know-add", DOCUMENT, NOTICE, "Thêm người được biết", "Need to know given"),
    SECRET_KNOW_END("secret.know-end", DOCUMENT, NOTICE, "Bớt người được biết", "Need to know ended"),
    SECRET_BOOK("secret.book", DOCUMENT, NOTICE, "Mở, khóa quyển sổ mật", "Secret book opened or locked"),
    SECRET_REGISTER("secret.register", DOCUMENT, NOTICE, "Vào sổ văn bản mật", "Secret document registered"),
    SECRET_BOOK_VIEW("secret.book-view", DOCUMENT, INFO, "Xem sổ mật", "Secret book viewed"),
    SECRET_DECLASSIFY_ASK("secret.declassify-ask", DOCUMENT, NOTICE, "Đề nghị giải mật", "Declassification proposed"),
    SECRET_DECLASSIFY("secret.declassify", DOCUMENT, WARNING, "Giải mật", "Declassified"),
    SECRET_POLICY(
            "secret.policy", CONFIGURATION, NOTICE, "Đổi quy tắc khu vực mật", "Rules of the secret area changed"),
    EVIDENCE_VIEW("evidence.view", EVIDENCE, INFO, "Xem chứng cứ", "Evidence viewed"),
    EVIDENCE_EXPORT("evidence.export", EVIDENCE, INFO, "Xuất chứng cứ", "Evidence exported"),
    PROOF_FAIL("proof.fail", EVIDENCE, WARNING, "Hồ sơ đưa kiểm không đúng", "Proof did not hold"),

    PARCEL_REFUSE("parcel.refuse", PEER, WARNING, "Từ chối kiện của nút khác", "Parcel refused"),
    EVIDENCE_REFUSE("evidence.refuse", PEER, CRITICAL, "Từ chối chứng cứ sai", "Evidence refused"),
    STATEMENT_REFUSE("statement.refuse", PEER, CRITICAL, "Từ chối thông báo trạng thái sai", "Statement refused"),
    RECEIPT_REFUSE("receipt.refuse", PEER, WARNING, "Từ chối biên nhận sai", "Receipt refused"),
    PEER_REFUSE("peer.refuse", PEER, WARNING, "Chứng thư lạ bị chặn", "Unknown certificate refused"),

    KEY_CREATE("key.create", KEY, NOTICE, "Tạo khóa của cơ quan", "Agency key created"),
    KEY_DESTROY("key.destroy", KEY, NOTICE, "Hủy khóa của cơ quan", "Agency key destroyed"),
    KEY_ROLL("key.roll", KEY, NOTICE, "Thay khóa trước hạn", "Keys replaced before their time"),
    KEY_ASK("key.ask", KEY, NOTICE, "Đề nghị thu hồi hoặc hủy khóa", "Revocation or destruction asked"),
    KEY_CONFIRM("key.confirm", KEY, NOTICE, "Người thứ hai xác nhận việc về khóa", "Confirmed by a second"),
    KEY_CEREMONY("key.ceremony", KEY, NOTICE, "Việc về khóa đã thực hiện", "Key ceremony carried out"),
    KEY_TRUST("key.trust", KEY, WARNING, "Chấp nhận khóa mới của cơ quan khác", "Unconfirmed keys believed"),
    KEY_EXPIRING("key.expiring", KEY, WARNING, "Chứng thư sắp hết hạn", "Certificate ends soon"),
    KEY_REGISTER("key.register", KEY, NOTICE, "Đăng ký khóa với danh mục", "Key registered"),
    MASTER_KEY_ROTATE("master-key.rotate", KEY, NOTICE, "Thay khóa chủ", "Master key rotated"),
    DATA_KEY_RENEW("data-key.renew", KEY, NOTICE, "Thay các khóa dữ liệu", "Data keys renewed"),
    DATA_KEY_DESTROY("data-key.destroy", KEY, NOTICE, "Hủy khóa dữ liệu cũ", "Old data key destroyed"),
    KEY_REFUSE("key.refuse", KEY, WARNING, "Từ chối đăng ký khóa", "Key registration refused"),
    TOKEN_AWAY("token.away", KEY, CRITICAL, "Thiết bị khóa không dùng được", "Key token away"),
    TOKEN_BACK("token.back", KEY, NOTICE, "Thiết bị khóa dùng lại được", "Key token back"),
    CERTIFICATE_RENEW("certificate.renew", KEY, NOTICE, "Gia hạn chứng thư", "Certificate renewed"),
    CERTIFICATE_REVOKE("certificate.revoke", KEY, NOTICE, "Thu hồi chứng thư", "Certificate revoked"),
    CERTIFICATE_EXPIRE("certificate.expire", KEY, WARNING, "Chứng thư sắp hết hạn", "Expires soon"),

    NODE_ANNOUNCE("node.announce", DIRECTORY, NOTICE, "Cấp mã ghi danh cho nút", "Node announced"),
    NODE_APPROVE("node.approve", DIRECTORY, WARNING, "Mức bí mật nhà nước của nút", "Level of state secrets of a node"),
    NODE_ENROL("node.enrol", DIRECTORY, NOTICE, "Nút ghi danh", "Node enrolled"),
    NODE_LOGS("node.logs", DIRECTORY, NOTICE, "Nút công bố nhật ký", "Logs of a node listed"),
    NODE_REVOKE("node.revoke", DIRECTORY, NOTICE, "Thu hồi nút", "Node revoked"),
    AGENCY_REGISTER("agency.register", DIRECTORY, NOTICE, "Ghi cơ quan vào danh mục", "Agency listed"),
    AGENCY_CHANGE("agency.change", DIRECTORY, NOTICE, "Thay đổi cơ quan", "Agency changed"),
    DIRECTORY_ALARM("directory.alarm", DIRECTORY, CRITICAL, "Danh mục có mục lạ", "Unasked entry"),
    DIRECTORY_FORK("directory.fork", DIRECTORY, CRITICAL, "Danh mục mâu thuẫn", "Directory forked"),
    DIRECTORY_STALE("directory.stale", DIRECTORY, WARNING, "Danh mục quá cũ", "Directory is stale"),
    DIRECTORY_UNWITNESSED("directory.unwitnessed", DIRECTORY, WARNING, "Danh mục thiếu nhân chứng", "No witnesses"),

    DOOR_QUARANTINE("door.quarantine", OPERATION, WARNING, "Cách ly mục lỗi", "Put aside at a door"),
    DOOR_RELEASE("door.release", OPERATION, NOTICE, "Bỏ cách ly", "Offered at doors again"),
    GATEWAY_KEY_ISSUE("gateway-key.issue", API_KEY, NOTICE, "Cấp khóa cổng trục", "Gateway key issued"),
    GATEWAY_KEY_WITHDRAW("gateway-key.withdraw", API_KEY, NOTICE, "Thu hồi khóa cổng trục", "Gateway key withdrawn"),
    GATEWAY_KEY_REFUSE("gateway-key.refuse", API_KEY, WARNING, "Khóa cổng trục bị từ chối", "Gateway key refused"),
    GATEWAY_REQUEST(
            "gateway.request",
            DIRECTORY,
            NOTICE,
            "Đề nghị thay đổi danh mục qua cổng trục",
            "Directory change asked for at the gateway"),
    WEBHOOK_CHANGE("webhook.change", CONFIGURATION, NOTICE, "Đổi webhook", "Webhook changed"),
    WEBHOOK_STOP("webhook.stop", CONFIGURATION, WARNING, "Webhook hỏng bị ngừng", "Failing webhook stopped"),

    CONFIG_READ("config.read", CONFIGURATION, INFO, "Đọc cấu hình", "Configuration read"),
    CONFIG_CHANGE("config.change", CONFIGURATION, NOTICE, "Cấu hình thay đổi", "Configuration changed"),

    PROGRAM_START("program.start", OPERATION, INFO, "Khởi động", "Started"),
    PROGRAM_STOP("program.stop", OPERATION, INFO, "Dừng", "Stopped"),
    PROGRAM_CRASH("program.crash", OPERATION, WARNING, "Lần trước dừng đột ngột", "Ended unexpectedly"),
    CLOCK_JUMP("clock.jump", OPERATION, WARNING, "Đồng hồ nhảy", "Clock jumped"),

    LOG_STANDSTILL("log.standstill", LOG, CRITICAL, "Nhật ký đứng lại", "The log stands still"),
    LOG_RESUME("log.resume", LOG, NOTICE, "Nhật ký chạy tiếp", "The log goes on"),
    LOG_ROLLBACK("log.rollback", LOG, CRITICAL, "Nhật ký ngắn hơn nhân chứng biết", "Log rolled back"),
    LOG_EPOCH("log.epoch", LOG, CRITICAL, "Mở kỳ nhật ký mới", "New epoch of the log"),
    LOG_TAMPER("log.tamper", LOG, CRITICAL, "Nhật ký bị sửa", "The log was tampered with"),
    WITNESS_MISBEHAVIOUR("witness.misbehaviour", LOG, CRITICAL, "Nhật ký hai mặt", "Split view seen"),

    AUDIT_SEARCH("audit.search", AUDIT, INFO, "Tra cứu nhật ký", "Events searched"),
    AUDIT_VIEW("audit.view", AUDIT, INFO, "Xem chi tiết sự kiện", "Event viewed"),
    AUDIT_VERIFY("audit.verify", AUDIT, INFO, "Kiểm chứng nhật ký", "Log verified"),
    AUDIT_PROOF("audit.proof", AUDIT, INFO, "Tải bằng chứng", "Proof downloaded"),
    AUDIT_SAVE_SEARCH("audit.save-search", AUDIT, INFO, "Lưu tìm kiếm", "Search saved"),
    AUDIT_EXPORT("audit.export", AUDIT, NOTICE, "Xuất nhật ký", "Events exported"),
    AUDIT_APPROVE("audit.approve", AUDIT, NOTICE, "Duyệt xuất nhật ký", "Export approved"),
    AUDIT_REJECT("audit.reject", AUDIT, NOTICE, "Không duyệt xuất nhật ký", "Export rejected"),
    AUDIT_DOWNLOAD("audit.download", AUDIT, NOTICE, "Tải tệp xuất", "Export downloaded"),
    AUDIT_DOSSIER("audit.dossier", AUDIT, NOTICE, "Lập hồ sơ vụ việc", "Case dossier made"),
    AUDIT_RETENTION("audit.retention", AUDIT, NOTICE, "Đổi thời hạn lưu giữ", "Retention changed"),
    AUDIT_HOLD("audit.hold", AUDIT, NOTICE, "Đóng băng để điều tra", "Legal hold set"),
    AUDIT_RELEASE("audit.release", AUDIT, NOTICE, "Gỡ đóng băng", "Legal hold released"),
    AUDIT_ERASE("audit.erase", AUDIT, NOTICE, "Xóa phần riêng quá hạn", "Private parts erased"),
    ALERT_OPEN("alert.open", AUDIT, WARNING, "Mở cảnh báo", "Alert opened"),
    ALERT_CHANGE("alert.change", AUDIT, NOTICE, "Xử lý cảnh báo", "Alert handled"),
    ALERT_RULE("alert.rule", AUDIT, NOTICE, "Đổi luật cảnh báo", "Alert rule changed"),
    ALERT_TEST("alert.test", AUDIT, INFO, "Thử cảnh báo", "Alert tested"),
    SHIPPING_TEST("shipping.test", AUDIT, INFO, "Thử gửi nhật ký", "Shipping tested"),
    SHIPPING_STOP("shipping.stop", AUDIT, CRITICAL, "Gửi nhật ký bị gián đoạn", "Shipping stopped"),
    SHIPPING_RESUME("shipping.resume", AUDIT, NOTICE, "Gửi nhật ký trở lại", "Shipping resumed");

    /** Which edition of the catalogue an entry was written by. */
    public static final int CATALOGUE_VERSION = 2;

    private static final Map<String, EventKind> BY_ACTION =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::action, Function.identity()));

    private final String action;
    private final EventClass about;
    private final Severity severity;
    private final String vietnamese;
    private final String english;

    EventKind(String action, EventClass about, Severity severity, String vietnamese, String english) {
        this.action = action;
        this.about = about;
        this.severity = severity;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The kind with this action; empty when the catalogue does not know it. */
    public static Optional<EventKind> of(String action) {
        return Optional.ofNullable(BY_ACTION.get(action));
    }

    /** Its name in entries and filters, {@code object.verb}. */
    public String action() {
        return action;
    }

    /** What it is about. */
    public EventClass about() {
        return about;
    }

    /** How much it matters by itself. */
    public Severity severity() {
        return severity;
    }

    /** What it says to people: Vietnamese unless English is asked for. */
    public String words(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }
}
