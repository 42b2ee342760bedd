package vn.lienthong.node.audit.alert;

import static vn.lienthong.node.audit.EventKind.ACCESS_REFUSE;
import static vn.lienthong.node.audit.EventKind.API_KEY_MOVE;
import static vn.lienthong.node.audit.EventKind.API_KEY_REFUSE;
import static vn.lienthong.node.audit.EventKind.BREAK_GLASS_DRAW;
import static vn.lienthong.node.audit.EventKind.BREAK_GLASS_USE;
import static vn.lienthong.node.audit.EventKind.CLOCK_JUMP;
import static vn.lienthong.node.audit.EventKind.DIRECTORY_ALARM;
import static vn.lienthong.node.audit.EventKind.DIRECTORY_FORK;
import static vn.lienthong.node.audit.EventKind.DIRECTORY_STALE;
import static vn.lienthong.node.audit.EventKind.DIRECTORY_UNWITNESSED;
import static vn.lienthong.node.audit.EventKind.DOCUMENT_ABNORMAL;
import static vn.lienthong.node.audit.EventKind.DOCUMENT_EXPORT;
import static vn.lienthong.node.audit.EventKind.DOCUMENT_FILE;
import static vn.lienthong.node.audit.EventKind.DOCUMENT_PACKAGE;
import static vn.lienthong.node.audit.EventKind.DOCUMENT_PRINT;
import static vn.lienthong.node.audit.EventKind.DOCUMENT_VIEW;
import static vn.lienthong.node.audit.EventKind.EVIDENCE_EXPORT;
import static vn.lienthong.node.audit.EventKind.EVIDENCE_REFUSE;
import static vn.lienthong.node.audit.EventKind.FLOOD_SUM;
import static vn.lienthong.node.audit.EventKind.LOG_EPOCH;
import static vn.lienthong.node.audit.EventKind.LOG_ROLLBACK;
import static vn.lienthong.node.audit.EventKind.LOG_STANDSTILL;
import static vn.lienthong.node.audit.EventKind.LOG_TAMPER;
import static vn.lienthong.node.audit.EventKind.MFA_REFUSE;
import static vn.lienthong.node.audit.EventKind.PARCEL_REFUSE;
import static vn.lienthong.node.audit.EventKind.PEER_REFUSE;
import static vn.lienthong.node.audit.EventKind.PROGRAM_CRASH;
import static vn.lienthong.node.audit.EventKind.RECEIPT_REFUSE;
import static vn.lienthong.node.audit.EventKind.ROLE_ELEVATE;
import static vn.lienthong.node.audit.EventKind.SECRET_LOOK;
import static vn.lienthong.node.audit.EventKind.SESSION_LOCK;
import static vn.lienthong.node.audit.EventKind.SESSION_REFUSE;
import static vn.lienthong.node.audit.EventKind.SESSION_START;
import static vn.lienthong.node.audit.EventKind.SHIPPING_STOP;
import static vn.lienthong.node.audit.EventKind.TOKEN_AWAY;
import static vn.lienthong.node.audit.EventKind.WITNESS_MISBEHAVIOUR;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.Severity;

/** What may be watched for. Which of them are on, and from how many on they ring, is up to the officer. */
public enum RuleTemplate {
    /** Somebody signs in before 6, after 20 or at a weekend, Hanoi time. */
    OFF_HOURS(Group.ACTOR, 1, 60, Severity.NOTICE, "Đăng nhập ngoài giờ", "Sign-in out of hours", SESSION_START),
    /** A person takes many files or packages. */
    MASS_DOWNLOAD(
            Group.ACTOR,
            50,
            60,
            Severity.WARNING,
            "Tải hàng loạt",
            "Mass download",
            DOCUMENT_FILE,
            DOCUMENT_PACKAGE,
            DOCUMENT_EXPORT,
            DOCUMENT_PRINT,
            EVIDENCE_EXPORT),
    /** A clerk reports that something about a document is abnormal. */
    ABNORMAL_DOCUMENT(
            Group.OBJECT,
            1,
            60,
            Severity.CRITICAL,
            "Văn thư báo văn bản bất thường",
            "A clerk reports an abnormal document",
            DOCUMENT_ABNORMAL),
    /** Access to a state secret was refused. */
    SECRET_REFUSED(
            Group.ACTOR,
            1,
            60,
            Severity.CRITICAL,
            "Truy cập văn bản mật bị từ chối",
            "Access to a secret refused",
            ACCESS_REFUSE,
            DOCUMENT_VIEW,
            DOCUMENT_FILE,
            DOCUMENT_PACKAGE,
            DOCUMENT_PRINT,
            SECRET_LOOK),
    /** The same caller runs into missing rights again and again. */
    MANY_REFUSALS(Group.ACTOR, 10, 15, Severity.WARNING, "Bị từ chối nhiều lần", "Refused many times", ACCESS_REFUSE),
    /** Wrong passwords or codes from one address. */
    GUESSING(
            Group.ADDRESS,
            10,
            15,
            Severity.WARNING,
            "Dò mật khẩu, mã hoặc khóa",
            "Guessing of passwords, codes or keys",
            SESSION_REFUSE,
            SESSION_LOCK,
            MFA_REFUSE,
            API_KEY_REFUSE),
    /** More refusals than are recorded one by one. */
    FLOOD(Group.NONE, 1, 15, Severity.WARNING, "Bị chặn dồn dập", "Flood of refusals", FLOOD_SUM),
    /** A connection with a certificate that the directory does not list. */
    STRANGE_CERTIFICATE(Group.NONE, 3, 60, Severity.WARNING, "Chứng thư lạ", "Unknown certificate", PEER_REFUSE),
    /** A node sent parcels that had to be refused. */
    REFUSED_PARCELS(Group.ACTOR, 5, 60, Severity.WARNING, "Nút gửi kiện sai", "Node sends bad parcels", PARCEL_REFUSE),
    /** A node sent evidence that is not genuine. */
    FALSE_EVIDENCE(Group.ACTOR, 1, 60, Severity.CRITICAL, "Chứng cứ giả", "False evidence", EVIDENCE_REFUSE),
    /** A node sent receipts that prove nothing. */
    FALSE_RECEIPTS(Group.ACTOR, 5, 60, Severity.WARNING, "Biên nhận sai", "False receipts", RECEIPT_REFUSE),
    /** An API key was used from an address for the first time. */
    KEY_MOVED(
            Group.OBJECT,
            1,
            60,
            Severity.WARNING,
            "Khóa API dùng từ địa chỉ mới",
            "API key from a new address",
            API_KEY_MOVE),
    /** Somebody became administrator or security officer. */
    ROLE_RAISED(Group.OBJECT, 1, 60, Severity.CRITICAL, "Cấp quyền quản trị", "Strong role granted", ROLE_ELEVATE),
    /** The emergency entry was used, or got new credentials. */
    EMERGENCY_ENTRY(
            Group.NONE,
            1,
            60,
            Severity.CRITICAL,
            "Lối vào khẩn cấp",
            "Emergency entry",
            BREAK_GLASS_USE,
            BREAK_GLASS_DRAW),
    /** The log stands still, was cut, changed or shows two faces. */
    LOG_IN_DOUBT(
            Group.OBJECT,
            1,
            60,
            Severity.CRITICAL,
            "Nhật ký gián đoạn hoặc bị sửa",
            "Log interrupted or in doubt",
            LOG_STANDSTILL,
            LOG_ROLLBACK,
            LOG_EPOCH,
            LOG_TAMPER,
            WITNESS_MISBEHAVIOUR),
    /** The clock of the machine was set. */
    CLOCK_SET(Group.NONE, 1, 60, Severity.WARNING, "Lệch đồng hồ", "Clock was set", CLOCK_JUMP),
    /** The program ended without stopping. */
    CRASHED(Group.NONE, 1, 60, Severity.WARNING, "Dừng đột ngột", "Unexpected end", PROGRAM_CRASH),
    /** The directory lists something that nobody here asked for, contradicts itself or has become old. */
    DIRECTORY_IN_DOUBT(
            Group.OBJECT,
            1,
            60,
            Severity.CRITICAL,
            "Danh mục có vấn đề",
            "Directory in doubt",
            DIRECTORY_ALARM,
            DIRECTORY_FORK,
            DIRECTORY_UNWITNESSED,
            DIRECTORY_STALE),
    /** The token with the agencies' keys cannot be used. */
    KEYS_AWAY(
            Group.NONE,
            1,
            60,
            Severity.CRITICAL,
            "Thiết bị khóa không dùng được",
            "Token with keys is away",
            TOKEN_AWAY),
    /** Events no longer reach the collector. */
    SHIPPING_STOPPED(
            Group.NONE, 1, 60, Severity.CRITICAL, "Ngừng gửi nhật ký", "Shipping of events stopped", SHIPPING_STOP),
    /** A rule that an officer made of a search. */
    SAVED_SEARCH(Group.NONE, 1, 60, Severity.WARNING, "Tìm kiếm đã lưu", "Saved search"),
    /** A rule that an officer made: something stays away. */
    ABSENCE(Group.NONE, 1, 60, Severity.WARNING, "Vắng mặt sự kiện", "Something stays away"),
    /** A rule that an officer made: nothing comes from an agency. */
    AGENCY_SILENT(Group.OBJECT, 1, 60, Severity.WARNING, "Cơ quan im lặng", "Agency is silent");

    private final Group group;
    private final int threshold;
    private final Duration window;
    private final Severity severity;
    private final String vietnamese;
    private final String english;
    /** Actions with blanks between them: an enum holds immutable values only. */
    private final String triggers;

    /** What counts together. */
    public enum Group {
        /** Each actor for itself. */
        ACTOR,
        /** Each address for itself. */
        ADDRESS,
        /** Each object for itself. */
        OBJECT,
        /** All together. */
        NONE
    }

    RuleTemplate(
            Group group,
            int threshold,
            int minutes,
            Severity severity,
            String vietnamese,
            String english,
            EventKind... triggers) {
        this.group = group;
        this.threshold = threshold;
        this.window = Duration.ofMinutes(minutes);
        this.severity = severity;
        this.vietnamese = vietnamese;
        this.english = english;
        this.triggers = Arrays.stream(triggers).map(EventKind::action).collect(Collectors.joining(" "));
    }

    /** What counts together. */
    public Group group() {
        return group;
    }

    /** The usual threshold. */
    public int threshold() {
        return threshold;
    }

    /** The usual time in which so many must happen. */
    public Duration window() {
        return window;
    }

    /** How much an alert of this kind matters. */
    public Severity severity() {
        return severity;
    }

    /** Whether it stands for rules that officers make, see {@link SearchRules}, and is not set by itself. */
    public boolean madeByOfficers() {
        return triggers.isEmpty();
    }

    /** What counts. */
    public Set<EventKind> triggers() {
        return Arrays.stream(triggers.split(" ", -1))
                .flatMap(action -> EventKind.of(action).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its name for people: Vietnamese unless English is asked for. */
    public String words(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }
}
