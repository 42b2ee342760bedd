package vn.lienthong.node.audit;

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
    SESSION_START("session.start", EventClass.SESSION, Severity.INFO, "Đăng nhập thành công", "Signed in"),
    SESSION_END("session.end", EventClass.SESSION, Severity.INFO, "Đăng xuất", "Signed out"),
    SESSION_EXPIRE("session.expire", EventClass.SESSION, Severity.INFO, "Phiên hết hạn", "Session expired"),
    SESSION_END_ALL("session.end-all", EventClass.SESSION, Severity.NOTICE, "Đóng mọi phiên", "All sessions ended"),
    SESSION_END_ONE("session.end-one", EventClass.SESSION, Severity.NOTICE, "Đóng một phiên", "Session ended"),
    SESSION_END_OTHERS(
            "session.end-others", EventClass.SESSION, Severity.NOTICE, "Đóng các phiên khác", "Other sessions ended"),
    SESSION_REFUSE("session.refuse", EventClass.SESSION, Severity.WARNING, "Đăng nhập sai", "Sign-in failed"),
    SESSION_LOCK("session.lock", EventClass.SESSION, Severity.WARNING, "Khóa tạm vì nhập sai nhiều lần", "Locked out"),
    MFA_ENROL("mfa.enrol", EventClass.SESSION, Severity.NOTICE, "Bật xác thực hai lớp", "Second factor enrolled"),
    MFA_VERIFY("mfa.verify", EventClass.SESSION, Severity.INFO, "Xác thực lớp hai đúng", "Second factor accepted"),
    MFA_REFUSE("mfa.refuse", EventClass.SESSION, Severity.WARNING, "Xác thực lớp hai sai", "Second factor refused"),
    MFA_RECOVER("mfa.recover", EventClass.SESSION, Severity.NOTICE, "Dùng mã khôi phục", "Recovery code used"),
    MFA_CODES("mfa.codes", EventClass.SESSION, Severity.NOTICE, "Đổi mã khôi phục", "Recovery codes replaced"),
    MFA_RESET("mfa.reset", EventClass.SESSION, Severity.NOTICE, "Đặt lại xác thực hai lớp", "Second factor reset"),
    PASSKEY_ADD("passkey.add", EventClass.SESSION, Severity.NOTICE, "Thêm khóa truy cập", "Passkey added"),
    PASSKEY_REMOVE("passkey.remove", EventClass.SESSION, Severity.NOTICE, "Bỏ khóa truy cập", "Passkey removed"),

    ACCESS_REFUSE("access.refuse", EventClass.PERMISSION, Severity.WARNING, "Từ chối vì thiếu quyền", "Access refused"),
    FORM_FORGE(
            "form.forge", EventClass.PERMISSION, Severity.WARNING, "Biểu mẫu giả mạo bị chặn", "Forged form refused"),
    FLOOD_SUM("flood.sum", EventClass.PERMISSION, Severity.WARNING, "Tổng số lần bị chặn dồn dập", "Sum of a flood"),

    ACCOUNT_CREATE("account.create", EventClass.ACCOUNT, Severity.NOTICE, "Tạo tài khoản", "Account created"),
    ACCOUNT_DISABLE("account.disable", EventClass.ACCOUNT, Severity.NOTICE, "Khóa tài khoản", "Account disabled"),
    ACCOUNT_ENABLE("account.enable", EventClass.ACCOUNT, Severity.NOTICE, "Mở lại tài khoản", "Account enabled"),
    ACCOUNT_CHANGE(
            "account.change", EventClass.ACCOUNT, Severity.NOTICE, "Đổi cơ quan của tài khoản", "Account changed"),
    ACCOUNT_PASSWORD("account.password", EventClass.ACCOUNT, Severity.NOTICE, "Đổi mật khẩu", "Password changed"),
    ACCOUNT_LINK("account.link", EventClass.ACCOUNT, Severity.NOTICE, "Nối với hệ thống định danh", "Identity linked"),
    ACCOUNT_UNLINK(
            "account.unlink",
            EventClass.ACCOUNT,
            Severity.NOTICE,
            "Bỏ nối với hệ thống định danh",
            "Identity unlinked"),
    ROLE_GRANT("role.grant", EventClass.ACCOUNT, Severity.NOTICE, "Cấp vai trò", "Role granted"),
    ROLE_ELEVATE("role.elevate", EventClass.ACCOUNT, Severity.WARNING, "Cấp vai trò quản trị", "Strong role granted"),
    ROLE_REVOKE("role.revoke", EventClass.ACCOUNT, Severity.NOTICE, "Thu hồi vai trò", "Role revoked"),

    ACCOUNT_INVITE("account.invite", EventClass.ACCOUNT, Severity.NOTICE, "Mời mở tài khoản", "Account invited"),
    ACCOUNT_JOIN("account.join", EventClass.ACCOUNT, Severity.NOTICE, "Nhận lời mời", "Invitation taken up"),
    ACCOUNT_SUSPEND("account.suspend", EventClass.ACCOUNT, Severity.NOTICE, "Tạm đình chỉ", "Account suspended"),
    ACCOUNT_RESUME("account.resume", EventClass.ACCOUNT, Severity.NOTICE, "Cho làm việc lại", "Account resumed"),
    ACCOUNT_LEAVE("account.leave", EventClass.ACCOUNT, Severity.NOTICE, "Đặt ngày nghỉ việc", "Leaving day set"),
    ACCOUNT_STAY("account.stay", EventClass.ACCOUNT, Severity.NOTICE, "Bỏ ngày nghỉ việc", "Leaving day dropped"),
    ACCOUNT_GONE("account.gone", EventClass.ACCOUNT, Severity.NOTICE, "Hết ngày làm việc", "Account ended"),
    ACCOUNT_WARN("account.warn", EventClass.ACCOUNT, Severity.NOTICE, "Tài khoản lâu không dùng", "Account unused"),
    ACCOUNT_DORMANT(
            "account.dormant",
            EventClass.ACCOUNT,
            Severity.NOTICE,
            "Khóa vì lâu không dùng",
            "Account shut because nobody used it"),
    ROLE_CHANGE("role.change", EventClass.ACCOUNT, Severity.WARNING, "Đổi quyền của vai trò", "Role changed"),
    ROLE_CHANGE_ASK(
            "role.change-ask",
            EventClass.ACCOUNT,
            Severity.NOTICE,
            "Đề nghị đổi quyền của vai trò",
            "Role change asked"),
    ROLE_CHANGE_DROP(
            "role.change-drop", EventClass.ACCOUNT, Severity.NOTICE, "Bỏ đề nghị đổi vai trò", "Role change dropped"),
    REVIEW_OPEN("review.open", EventClass.ACCOUNT, Severity.NOTICE, "Mở đợt rà soát quyền", "Access review opened"),
    REVIEW_DECIDE("review.decide", EventClass.ACCOUNT, Severity.NOTICE, "Kết luận về một quyền", "Right decided about"),
    REVIEW_CLOSE("review.close", EventClass.ACCOUNT, Severity.NOTICE, "Đóng đợt rà soát quyền", "Access review closed"),
    REVIEW_READ("review.read", EventClass.ACCOUNT, Severity.INFO, "Đọc biên bản rà soát", "Review minutes read"),
    CLEARANCE_PROPOSE(
            "clearance.propose", EventClass.ACCOUNT, Severity.NOTICE, "Đề nghị cấp độ mật", "Clearance proposed"),
    CLEARANCE_CONFIRM(
            "clearance.confirm", EventClass.ACCOUNT, Severity.WARNING, "Xác nhận cấp độ mật", "Clearance confirmed"),
    CLEARANCE_REFUSE(
            "clearance.refuse", EventClass.ACCOUNT, Severity.NOTICE, "Từ chối cấp độ mật", "Clearance refused"),
    CLEARANCE_END("clearance.end", EventClass.ACCOUNT, Severity.NOTICE, "Thu hồi độ mật", "Clearance ended"),
    CLEARANCE_EXPIRE("clearance.expire", EventClass.ACCOUNT, Severity.NOTICE, "Độ mật hết hạn", "Clearance ran out"),

    API_KEY_CREATE("api-key.create", EventClass.API_KEY, Severity.NOTICE, "Tạo khóa API", "API key created"),
    API_KEY_REVOKE("api-key.revoke", EventClass.API_KEY, Severity.NOTICE, "Thu hồi khóa API", "API key revoked"),
    API_KEY_ROTATE("api-key.rotate", EventClass.API_KEY, Severity.NOTICE, "Thay khóa API", "API key rotated"),
    API_KEY_REFUSE("api-key.refuse", EventClass.API_KEY, Severity.WARNING, "Khóa API bị từ chối", "API key refused"),
    API_KEY_BEGIN("api-key.begin", EventClass.API_KEY, Severity.INFO, "Khóa API dùng lần đầu", "API key first used"),
    API_KEY_MOVE(
            "api-key.move",
            EventClass.API_KEY,
            Severity.NOTICE,
            "Khóa API dùng từ địa chỉ mới",
            "Used from a new address"),

    DOCUMENT_VIEW("document.view", EventClass.DOCUMENT, Severity.INFO, "Xem văn bản", "Document viewed"),
    DOCUMENT_FILE("document.file", EventClass.DOCUMENT, Severity.INFO, "Tải tệp của văn bản", "File downloaded"),
    DOCUMENT_PACKAGE(
            "document.package", EventClass.DOCUMENT, Severity.INFO, "Tải gói tin có chữ ký", "Package downloaded"),
    DOCUMENT_PRINT("document.print", EventClass.DOCUMENT, Severity.INFO, "In văn bản", "Document printed"),
    DOCUMENT_EXPORT("document.export", EventClass.DOCUMENT, Severity.NOTICE, "Xuất văn bản", "Document exported"),
    DOCUMENT_SEARCH("document.search", EventClass.DOCUMENT, Severity.INFO, "Tra cứu văn bản", "Documents searched"),
    REGISTER_VIEW("register.view", EventClass.DOCUMENT, Severity.INFO, "Xem sổ", "Register viewed"),
    REGISTER_ISSUE("register.issue", EventClass.DOCUMENT, Severity.INFO, "Cấp số", "Number issued"),
    REGISTER_INSERT("register.insert", EventClass.DOCUMENT, Severity.NOTICE, "Chèn số phụ", "Number inserted"),
    REGISTER_CANCEL("register.cancel", EventClass.DOCUMENT, Severity.NOTICE, "Hủy số", "Number cancelled"),
    REGISTER_CHANGE("register.change", EventClass.DOCUMENT, Severity.NOTICE, "Đổi sổ, bộ đếm", "Register changed"),
    REGISTER_CLOSE("register.close", EventClass.DOCUMENT, Severity.NOTICE, "Khóa sổ", "Register closed"),
    REGISTER_REOPEN("register.reopen", EventClass.DOCUMENT, Severity.WARNING, "Mở lại sổ", "Register reopened"),
    REGISTER_IMPORT("register.import", EventClass.DOCUMENT, Severity.NOTICE, "Nhập sổ cũ", "Register imported"),
    REGISTER_PRINT("register.print", EventClass.DOCUMENT, Severity.INFO, "In sổ", "Register printed"),
    LIST_EXPORT("list.export", EventClass.DOCUMENT, Severity.NOTICE, "Xuất danh sách", "List exported"),
    LIST_DOWNLOAD("list.download", EventClass.DOCUMENT, Severity.NOTICE, "Tải danh sách", "List downloaded"),
    DOCUMENT_ACCEPT("document.accept", EventClass.DOCUMENT, Severity.INFO, "Tiếp nhận văn bản", "Document accepted"),
    DOCUMENT_REFUSE(
            "document.refuse", EventClass.DOCUMENT, Severity.NOTICE, "Từ chối tiếp nhận văn bản", "Document refused"),
    DOCUMENT_REGISTER("document.register", EventClass.DOCUMENT, Severity.INFO, "Vào sổ văn bản", "Document registered"),
    DOCUMENT_ASSIGN("document.assign", EventClass.DOCUMENT, Severity.INFO, "Trình, phân công văn bản", "Assigned"),
    DOCUMENT_HANDLE("document.handle", EventClass.DOCUMENT, Severity.INFO, "Xử lý văn bản", "Document handled"),
    DOCUMENT_ABNORMAL(
            "document.abnormal", EventClass.DOCUMENT, Severity.CRITICAL, "Báo văn bản bất thường", "Abnormal document"),
    DELEGATION_GRANT("delegation.grant", EventClass.ACCOUNT, Severity.NOTICE, "Ủy quyền", "Delegation given"),
    DELEGATION_END("delegation.end", EventClass.ACCOUNT, Severity.NOTICE, "Kết thúc ủy quyền", "Delegation ended"),
    DOCUMENT_RECALL("document.recall", EventClass.DOCUMENT, Severity.NOTICE, "Lấy lại văn bản", "Document recalled"),
    DOCUMENT_UPDATE("document.update", EventClass.DOCUMENT, Severity.NOTICE, "Cập nhật văn bản", "Document updated"),
    DOCUMENT_REPLACE("document.replace", EventClass.DOCUMENT, Severity.NOTICE, "Thay thế văn bản", "Document replaced"),
    DOCUMENT_CORRECT(
            "document.correct", EventClass.DOCUMENT, Severity.NOTICE, "Đính chính văn bản", "Document corrected"),
    DOCUMENT_REMIND("document.remind", EventClass.DOCUMENT, Severity.INFO, "Nhắc nơi nhận", "Recipient reminded"),
    DOCUMENT_RECALL_ANSWER(
            "document.recall-answer",
            EventClass.DOCUMENT,
            Severity.NOTICE,
            "Trả lời đề nghị lấy lại",
            "Recall request answered"),
    DOCUMENT_DRAFT("document.draft", EventClass.DOCUMENT, Severity.INFO, "Soạn văn bản đi", "Outgoing document begun"),
    DOCUMENT_DISCARD("document.discard", EventClass.DOCUMENT, Severity.INFO, "Xóa bản nháp", "Draft discarded"),
    DOCUMENT_ATTACH("document.attach", EventClass.DOCUMENT, Severity.INFO, "Thêm tệp vào bản nháp", "File added"),
    DOCUMENT_DETACH("document.detach", EventClass.DOCUMENT, Severity.INFO, "Bỏ tệp khỏi bản nháp", "File removed"),
    DOCUMENT_SIGN("document.sign", EventClass.DOCUMENT, Severity.NOTICE, "Ký số văn bản đi", "Document signed"),
    DOCUMENT_SEND("document.send", EventClass.DOCUMENT, Severity.NOTICE, "Phát hành văn bản", "Document issued"),
    DOCUMENT_HOLD_BACK(
            "document.hold-back", EventClass.DOCUMENT, Severity.NOTICE, "Hoàn tác gửi văn bản", "Sending undone"),
    SECRET_KEY_ENROL("secret.key-enrol", EventClass.KEY, Severity.NOTICE, "Lập khóa cá nhân", "Personal keys made"),
    SECRET_KEY_UNLOCK("secret.key-unlock", EventClass.KEY, Severity.INFO, "Mở khóa cá nhân", "Personal keys unlocked"),
    SECRET_KEY_LOCK("secret.key-lock", EventClass.KEY, Severity.INFO, "Khóa lại khóa cá nhân", "Personal keys locked"),
    SECRET_KEY_REFUSE(
            "secret.key-refuse",
            EventClass.KEY,
            Severity.WARNING,
            "Sai mã PIN khóa cá nhân",
            "Wrong PIN of personal keys"),
    SECRET_KEY_CHANGE("secret.key-change", EventClass.KEY, Severity.NOTICE, "Đổi mã PIN khóa cá nhân", "PIN changed"),
    SECRET_KEY_RESET(
            "secret.key-reset", EventClass.KEY, Severity.WARNING, "Lập lại khóa cá nhân", "Personal keys made anew"),
    SECRET_KEY_REVOKE(
            "secret.key-revoke", EventClass.KEY, Severity.WARNING, "Thu hồi khóa cá nhân", "Personal keys revoked"),
    SECRET_DRAFT("secret.draft", EventClass.DOCUMENT, Severity.INFO, "Soạn văn bản mật", "Secret draft begun"),
    SECRET_EDIT("secret.edit", EventClass.DOCUMENT, Severity.INFO, "Sửa bản thảo mật", "Secret draft changed"),
    SECRET_REMOVE("secret.remove", EventClass.DOCUMENT, Severity.NOTICE, "Hủy bản thảo mật", "Secret draft destroyed"),
    SECRET_SUBMIT(
            "secret.submit",
            EventClass.DOCUMENT,
            Severity.NOTICE,
            "Trình duyệt phát hành mật",
            "Submitted for release"),
    SECRET_WITHDRAW(
            "secret.withdraw",
            EventClass.DOCUMENT,
            Severity.NOTICE,
            "Rút bản trình duyệt",
            "Taken back before release"),
    SECRET_RETURN("secret.return", EventClass.DOCUMENT, Severity.INFO, "Trả mảnh khóa bản đã rút", "Share given back"),
    SECRET_APPROVE("secret.approve", EventClass.DOCUMENT, Severity.NOTICE, "Duyệt phát hành mật", "Release approved"),
    SECRET_RELEASE_REFUSE(
            "secret.release-refuse",
            EventClass.DOCUMENT,
            Severity.NOTICE,
            "Không duyệt phát hành mật",
            "Release refused"),
    SECRET_STOP("secret.stop", EventClass.DOCUMENT, Severity.NOTICE, "Dừng phát hành mật", "Release stopped"),
    SECRET_SEND("secret.send", EventClass.DOCUMENT, Severity.NOTICE, "Gửi văn bản mật", "Secret document sent"),
    SECRET_FAIL(
            "secret.fail",
            EventClass.DOCUMENT,
            Severity.WARNING,
            "Không gửi được văn bản mật",
            "Secret document not sent"),
    SECRET_RECALL(
            "secret.recall", EventClass.DOCUMENT, Severity.NOTICE, "Lấy lại văn bản mật", "Secret document recalled"),
    SECRET_ARRIVE("secret.arrive", EventClass.DOCUMENT, Severity.NOTICE, "Văn bản mật đến", "Secret document arrived"),
    SECRET_SPLIT("secret.split", EventClass.DOCUMENT, Severity.INFO, "Chia khóa văn bản mật", "Key of a secret split"),
    SECRET_LOOK("secret.look", EventClass.DOCUMENT, Severity.NOTICE, "Xem văn bản mật", "Secret document viewed"),
    SECRET_PRINT("secret.print", EventClass.DOCUMENT, Severity.WARNING, "In văn bản mật", "Secret document printed"),
    SECRET_DOWNLOAD(
            "secret.download", EventClass.DOCUMENT, Severity.WARNING, "Tải văn bản mật", "Secret file downloaded"),
    SECRET_CONSENT_ASK(
            "secret.consent-ask",
            EventClass.DOCUMENT,
            Severity.NOTICE,
            "Đề nghị cùng mở văn bản",
            "Consent to open asked"),
    SECRET_CONSENT(
            "secret.consent", EventClass.DOCUMENT, Severity.NOTICE, "Đồng ý cùng mở văn bản", "Consent to open given"),
    SECRET_HAND_OVER(
            "secret.hand-over", EventClass.DOCUMENT, Severity.NOTICE, "Tiếp nhận văn bản mật", "Secret document taken"),
    SECRET_REFUSE(
            "secret.refuse", EventClass.DOCUMENT, Severity.NOTICE, "Từ chối văn bản mật", "Secret document refused"),
    SECRET_KNOW_ADD(
            "secret.know-add", EventClass.DOCUMENT, Severity.NOTICE, "Thêm người được biết", "Need to know given"),
    SECRET_KNOW_END(
            "secret.know-end", EventClass.DOCUMENT, Severity.NOTICE, "Bớt người được biết", "Need to know ended"),
    SECRET_BOOK(
            "secret.book",
            EventClass.DOCUMENT,
            Severity.NOTICE,
            "Mở, khóa quyển sổ mật",
            "Secret book opened or locked"),
    SECRET_REGISTER(
            "secret.register",
            EventClass.DOCUMENT,
            Severity.NOTICE,
            "Vào sổ văn bản mật",
            "Secret document registered"),
    SECRET_BOOK_VIEW("secret.book-view", EventClass.DOCUMENT, Severity.INFO, "Xem sổ mật", "Secret book viewed"),
    SECRET_DECLASSIFY_ASK(
            "secret.declassify-ask",
            EventClass.DOCUMENT,
            Severity.NOTICE,
            "Đề nghị giải mật",
            "Declassification proposed"),
    SECRET_DECLASSIFY("secret.declassify", EventClass.DOCUMENT, Severity.WARNING, "Giải mật", "Declassified"),
    SECRET_POLICY(
            "secret.policy",
            EventClass.CONFIGURATION,
            Severity.NOTICE,
            "Đổi quy tắc khu vực mật",
            "Rules of the secret area changed"),
    EVIDENCE_VIEW("evidence.view", EventClass.EVIDENCE, Severity.INFO, "Xem chứng cứ", "Evidence viewed"),
    EVIDENCE_EXPORT("evidence.export", EventClass.EVIDENCE, Severity.INFO, "Xuất chứng cứ", "Evidence exported"),
    PROOF_FAIL("proof.fail", EventClass.EVIDENCE, Severity.WARNING, "Hồ sơ đưa kiểm không đúng", "Proof did not hold"),

    PARCEL_REFUSE("parcel.refuse", EventClass.PEER, Severity.WARNING, "Từ chối kiện của nút khác", "Parcel refused"),
    EVIDENCE_REFUSE("evidence.refuse", EventClass.PEER, Severity.CRITICAL, "Từ chối chứng cứ sai", "Evidence refused"),
    STATEMENT_REFUSE(
            "statement.refuse",
            EventClass.PEER,
            Severity.CRITICAL,
            "Từ chối thông báo trạng thái sai",
            "Statement refused"),
    RECEIPT_REFUSE("receipt.refuse", EventClass.PEER, Severity.WARNING, "Từ chối biên nhận sai", "Receipt refused"),
    PEER_REFUSE(
            "peer.refuse", EventClass.PEER, Severity.WARNING, "Chứng thư lạ bị chặn", "Unknown certificate refused"),

    KEY_CREATE("key.create", EventClass.KEY, Severity.NOTICE, "Tạo khóa của cơ quan", "Agency key created"),
    KEY_DESTROY("key.destroy", EventClass.KEY, Severity.NOTICE, "Hủy khóa của cơ quan", "Agency key destroyed"),
    KEY_ROLL("key.roll", EventClass.KEY, Severity.NOTICE, "Thay khóa trước hạn", "Keys replaced before their time"),
    KEY_ASK(
            "key.ask",
            EventClass.KEY,
            Severity.NOTICE,
            "Đề nghị thu hồi hoặc hủy khóa",
            "Revocation or destruction asked"),
    KEY_CONFIRM(
            "key.confirm",
            EventClass.KEY,
            Severity.NOTICE,
            "Người thứ hai xác nhận việc về khóa",
            "Confirmed by a second"),
    KEY_CEREMONY(
            "key.ceremony", EventClass.KEY, Severity.NOTICE, "Việc về khóa đã thực hiện", "Key ceremony carried out"),
    KEY_TRUST(
            "key.trust",
            EventClass.KEY,
            Severity.WARNING,
            "Chấp nhận khóa mới của cơ quan khác",
            "Unconfirmed keys believed"),
    KEY_EXPIRING("key.expiring", EventClass.KEY, Severity.WARNING, "Chứng thư sắp hết hạn", "Certificate ends soon"),
    KEY_REGISTER("key.register", EventClass.KEY, Severity.NOTICE, "Đăng ký khóa với danh mục", "Key registered"),
    MASTER_KEY_ROTATE("master-key.rotate", EventClass.KEY, Severity.NOTICE, "Thay khóa chủ", "Master key rotated"),
    DATA_KEY_RENEW("data-key.renew", EventClass.KEY, Severity.NOTICE, "Thay các khóa dữ liệu", "Data keys renewed"),
    DATA_KEY_DESTROY(
            "data-key.destroy", EventClass.KEY, Severity.NOTICE, "Hủy khóa dữ liệu cũ", "Old data key destroyed"),
    KEY_REFUSE("key.refuse", EventClass.KEY, Severity.WARNING, "Từ chối đăng ký khóa", "Key registration refused"),
    TOKEN_AWAY("token.away", EventClass.KEY, Severity.CRITICAL, "Thiết bị khóa không dùng được", "Key token away"),
    TOKEN_BACK("token.back", EventClass.KEY, Severity.NOTICE, "Thiết bị khóa dùng lại được", "Key token back"),
    CERTIFICATE_RENEW("certificate.renew", EventClass.KEY, Severity.NOTICE, "Gia hạn chứng thư", "Certificate renewed"),
    CERTIFICATE_REVOKE(
            "certificate.revoke", EventClass.KEY, Severity.NOTICE, "Thu hồi chứng thư", "Certificate revoked"),
    CERTIFICATE_EXPIRE("certificate.expire", EventClass.KEY, Severity.WARNING, "Chứng thư sắp hết hạn", "Expires soon"),

    NODE_ANNOUNCE("node.announce", EventClass.DIRECTORY, Severity.NOTICE, "Cấp mã ghi danh cho nút", "Node announced"),
    NODE_APPROVE(
            "node.approve",
            EventClass.DIRECTORY,
            Severity.WARNING,
            "Mức bí mật nhà nước của nút",
            "Level of state secrets of a node"),
    NODE_ENROL("node.enrol", EventClass.DIRECTORY, Severity.NOTICE, "Nút ghi danh", "Node enrolled"),
    NODE_LOGS("node.logs", EventClass.DIRECTORY, Severity.NOTICE, "Nút công bố nhật ký", "Logs of a node listed"),
    NODE_REVOKE("node.revoke", EventClass.DIRECTORY, Severity.NOTICE, "Thu hồi nút", "Node revoked"),
    AGENCY_REGISTER(
            "agency.register", EventClass.DIRECTORY, Severity.NOTICE, "Ghi cơ quan vào danh mục", "Agency listed"),
    AGENCY_CHANGE("agency.change", EventClass.DIRECTORY, Severity.NOTICE, "Thay đổi cơ quan", "Agency changed"),
    DIRECTORY_ALARM("directory.alarm", EventClass.DIRECTORY, Severity.CRITICAL, "Danh mục có mục lạ", "Unasked entry"),
    DIRECTORY_FORK("directory.fork", EventClass.DIRECTORY, Severity.CRITICAL, "Danh mục mâu thuẫn", "Directory forked"),
    DIRECTORY_STALE("directory.stale", EventClass.DIRECTORY, Severity.WARNING, "Danh mục quá cũ", "Directory is stale"),
    DIRECTORY_UNWITNESSED(
            "directory.unwitnessed",
            EventClass.DIRECTORY,
            Severity.WARNING,
            "Danh mục thiếu nhân chứng",
            "No witnesses"),

    DOOR_QUARANTINE(
            "door.quarantine", EventClass.OPERATION, Severity.WARNING, "Cách ly mục lỗi", "Put aside at a door"),
    DOOR_RELEASE("door.release", EventClass.OPERATION, Severity.NOTICE, "Bỏ cách ly", "Offered at doors again"),
    GATEWAY_KEY_ISSUE(
            "gateway-key.issue", EventClass.API_KEY, Severity.NOTICE, "Cấp khóa cổng trục", "Gateway key issued"),
    GATEWAY_KEY_WITHDRAW(
            "gateway-key.withdraw",
            EventClass.API_KEY,
            Severity.NOTICE,
            "Thu hồi khóa cổng trục",
            "Gateway key withdrawn"),
    GATEWAY_KEY_REFUSE(
            "gateway-key.refuse",
            EventClass.API_KEY,
            Severity.WARNING,
            "Khóa cổng trục bị từ chối",
            "Gateway key refused"),
    GATEWAY_REQUEST(
            "gateway.request",
            EventClass.DIRECTORY,
            Severity.NOTICE,
            "Đề nghị thay đổi danh mục qua cổng trục",
            "Directory change asked for at the gateway"),
    WEBHOOK_CHANGE("webhook.change", EventClass.CONFIGURATION, Severity.NOTICE, "Đổi webhook", "Webhook changed"),
    WEBHOOK_STOP(
            "webhook.stop",
            EventClass.CONFIGURATION,
            Severity.WARNING,
            "Webhook hỏng bị ngừng",
            "Failing webhook stopped"),

    CONFIG_READ("config.read", EventClass.CONFIGURATION, Severity.INFO, "Đọc cấu hình", "Configuration read"),
    CONFIG_CHANGE(
            "config.change", EventClass.CONFIGURATION, Severity.NOTICE, "Cấu hình thay đổi", "Configuration changed"),

    PROGRAM_START("program.start", EventClass.OPERATION, Severity.INFO, "Khởi động", "Started"),
    PROGRAM_STOP("program.stop", EventClass.OPERATION, Severity.INFO, "Dừng", "Stopped"),
    PROGRAM_CRASH(
            "program.crash", EventClass.OPERATION, Severity.WARNING, "Lần trước dừng đột ngột", "Ended unexpectedly"),
    CLOCK_JUMP("clock.jump", EventClass.OPERATION, Severity.WARNING, "Đồng hồ nhảy", "Clock jumped"),

    LOG_STANDSTILL("log.standstill", EventClass.LOG, Severity.CRITICAL, "Nhật ký đứng lại", "The log stands still"),
    LOG_RESUME("log.resume", EventClass.LOG, Severity.NOTICE, "Nhật ký chạy tiếp", "The log goes on"),
    LOG_ROLLBACK(
            "log.rollback", EventClass.LOG, Severity.CRITICAL, "Nhật ký ngắn hơn nhân chứng biết", "Log rolled back"),
    LOG_EPOCH("log.epoch", EventClass.LOG, Severity.CRITICAL, "Mở kỳ nhật ký mới", "New epoch of the log"),
    LOG_TAMPER("log.tamper", EventClass.LOG, Severity.CRITICAL, "Nhật ký bị sửa", "The log was tampered with"),
    WITNESS_MISBEHAVIOUR(
            "witness.misbehaviour", EventClass.LOG, Severity.CRITICAL, "Nhật ký hai mặt", "Split view seen"),

    AUDIT_SEARCH("audit.search", EventClass.AUDIT, Severity.INFO, "Tra cứu nhật ký", "Events searched"),
    AUDIT_VIEW("audit.view", EventClass.AUDIT, Severity.INFO, "Xem chi tiết sự kiện", "Event viewed"),
    AUDIT_VERIFY("audit.verify", EventClass.AUDIT, Severity.INFO, "Kiểm chứng nhật ký", "Log verified"),
    AUDIT_PROOF("audit.proof", EventClass.AUDIT, Severity.INFO, "Tải bằng chứng", "Proof downloaded"),
    AUDIT_SAVE_SEARCH("audit.save-search", EventClass.AUDIT, Severity.INFO, "Lưu tìm kiếm", "Search saved"),
    AUDIT_EXPORT("audit.export", EventClass.AUDIT, Severity.NOTICE, "Xuất nhật ký", "Events exported"),
    AUDIT_APPROVE("audit.approve", EventClass.AUDIT, Severity.NOTICE, "Duyệt xuất nhật ký", "Export approved"),
    AUDIT_REJECT("audit.reject", EventClass.AUDIT, Severity.NOTICE, "Không duyệt xuất nhật ký", "Export rejected"),
    AUDIT_DOWNLOAD("audit.download", EventClass.AUDIT, Severity.NOTICE, "Tải tệp xuất", "Export downloaded"),
    AUDIT_DOSSIER("audit.dossier", EventClass.AUDIT, Severity.NOTICE, "Lập hồ sơ vụ việc", "Case dossier made"),
    AUDIT_RETENTION("audit.retention", EventClass.AUDIT, Severity.NOTICE, "Đổi thời hạn lưu giữ", "Retention changed"),
    AUDIT_HOLD("audit.hold", EventClass.AUDIT, Severity.NOTICE, "Đóng băng để điều tra", "Legal hold set"),
    AUDIT_RELEASE("audit.release", EventClass.AUDIT, Severity.NOTICE, "Gỡ đóng băng", "Legal hold released"),
    AUDIT_ERASE("audit.erase", EventClass.AUDIT, Severity.NOTICE, "Xóa phần riêng quá hạn", "Private parts erased"),
    ALERT_OPEN("alert.open", EventClass.AUDIT, Severity.WARNING, "Mở cảnh báo", "Alert opened"),
    ALERT_CHANGE("alert.change", EventClass.AUDIT, Severity.NOTICE, "Xử lý cảnh báo", "Alert handled"),
    ALERT_RULE("alert.rule", EventClass.AUDIT, Severity.NOTICE, "Đổi luật cảnh báo", "Alert rule changed"),
    ALERT_TEST("alert.test", EventClass.AUDIT, Severity.INFO, "Thử cảnh báo", "Alert tested"),
    SHIPPING_TEST("shipping.test", EventClass.AUDIT, Severity.INFO, "Thử gửi nhật ký", "Shipping tested"),
    SHIPPING_STOP("shipping.stop", EventClass.AUDIT, Severity.CRITICAL, "Gửi nhật ký bị gián đoạn", "Shipping stopped"),
    SHIPPING_RESUME("shipping.resume", EventClass.AUDIT, Severity.NOTICE, "Gửi nhật ký trở lại", "Shipping resumed");

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
