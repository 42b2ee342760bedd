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
    SESSION_START("session.start", SESSION, INFO),
    SESSION_END("session.end", SESSION, INFO),
    SESSION_EXPIRE("session.expire", SESSION, INFO),
    SESSION_END_ALL("session.end-all", SESSION, NOTICE),
    SESSION_END_ONE("session.end-one", SESSION, NOTICE),
    SESSION_END_OTHERS("session.end-others", SESSION, NOTICE),
    SESSION_REFUSE("session.refuse", SESSION, WARNING),
    SESSION_LOCK("session.lock", SESSION, WARNING),
    MFA_ENROL("mfa.enrol", SESSION, NOTICE),
    MFA_VERIFY("mfa.verify", SESSION, INFO),
    MFA_REFUSE("mfa.refuse", SESSION, WARNING),
    MFA_RECOVER("mfa.recover", SESSION, NOTICE),
    MFA_CODES("mfa.codes", SESSION, NOTICE),
    MFA_RESET("mfa.reset", SESSION, NOTICE),
    PASSKEY_ADD("passkey.add", SESSION, NOTICE),
    PASSKEY_REMOVE("passkey.remove", SESSION, NOTICE),

    ACCESS_REFUSE("access.refuse", PERMISSION, WARNING),
    FORM_FORGE("form.forge", PERMISSION, WARNING),
    FLOOD_SUM("flood.sum", PERMISSION, WARNING),

    ACCOUNT_CREATE("account.create", ACCOUNT, NOTICE),
    ACCOUNT_DISABLE("account.disable", ACCOUNT, NOTICE),
    ACCOUNT_ENABLE("account.enable", ACCOUNT, NOTICE),
    ACCOUNT_CHANGE("account.change", ACCOUNT, NOTICE),
    ACCOUNT_PASSWORD("account.password", ACCOUNT, NOTICE),
    ACCOUNT_LINK("account.link", ACCOUNT, NOTICE),
    ACCOUNT_UNLINK("account.unlink", ACCOUNT, NOTICE),
    ROLE_GRANT("role.grant", ACCOUNT, NOTICE),
    ROLE_ELEVATE("role.elevate", ACCOUNT, WARNING),
    ROLE_REVOKE("role.revoke", ACCOUNT, NOTICE),

    ACCOUNT_INVITE("account.invite", ACCOUNT, NOTICE),
    ACCOUNT_JOIN("account.join", ACCOUNT, NOTICE),
    ACCOUNT_SUSPEND("account.suspend", ACCOUNT, NOTICE),
    ACCOUNT_RESUME("account.resume", ACCOUNT, NOTICE),
    ACCOUNT_LEAVE("account.leave", ACCOUNT, NOTICE),
    ACCOUNT_STAY("account.stay", ACCOUNT, NOTICE),
    ACCOUNT_GONE("account.gone", ACCOUNT, NOTICE),
    ACCOUNT_WARN("account.warn", ACCOUNT, NOTICE),
    ACCOUNT_DORMANT("account.dormant", ACCOUNT, NOTICE),
    ROLE_CHANGE("role.change", ACCOUNT, WARNING),
    ROLE_CHANGE_ASK("role.change-ask", ACCOUNT, NOTICE),
    ROLE_CHANGE_DROP("role.change-drop", ACCOUNT, NOTICE),
    BREAK_GLASS_DRAW("break-glass.draw", ACCOUNT, WARNING),
    BREAK_GLASS_USE("break-glass.use", ACCOUNT, CRITICAL),
    BREAK_GLASS_END("break-glass.end", ACCOUNT, NOTICE),
    BREAK_GLASS_CLOSE("break-glass.close", ACCOUNT, NOTICE),
    REVIEW_REMIND("review.remind", ACCOUNT, NOTICE),
    REVIEW_OPEN("review.open", ACCOUNT, NOTICE),
    REVIEW_DECIDE("review.decide", ACCOUNT, NOTICE),
    REVIEW_CLOSE("review.close", ACCOUNT, NOTICE),
    REVIEW_READ("review.read", ACCOUNT, INFO),
    CLEARANCE_PROPOSE("clearance.propose", ACCOUNT, NOTICE),
    CLEARANCE_CONFIRM("clearance.confirm", ACCOUNT, WARNING),
    CLEARANCE_REFUSE("clearance.refuse", ACCOUNT, NOTICE),
    CLEARANCE_END("clearance.end", ACCOUNT, NOTICE),
    CLEARANCE_EXPIRE("clearance.expire", ACCOUNT, NOTICE),

    API_KEY_CREATE("api-key.create", API_KEY, NOTICE),
    API_KEY_REVOKE("api-key.revoke", API_KEY, NOTICE),
    API_KEY_ROTATE("api-key.rotate", API_KEY, NOTICE),
    API_KEY_REFUSE("api-key.refuse", API_KEY, WARNING),
    API_KEY_BEGIN("api-key.begin", API_KEY, INFO),
    API_KEY_MOVE("api-key.move", API_KEY, NOTICE),

    DOCUMENT_VIEW("document.view", DOCUMENT, INFO),
    DOCUMENT_FILE("document.file", DOCUMENT, INFO),
    DOCUMENT_PACKAGE("document.package", DOCUMENT, INFO),
    DOCUMENT_PRINT("document.print", DOCUMENT, INFO),
    DOCUMENT_EXPORT("document.export", DOCUMENT, NOTICE),
    DOCUMENT_SEARCH("document.search", DOCUMENT, INFO),
    REGISTER_VIEW("register.view", DOCUMENT, INFO),
    REGISTER_ISSUE("register.issue", DOCUMENT, INFO),
    REGISTER_INSERT("register.insert", DOCUMENT, NOTICE),
    REGISTER_CANCEL("register.cancel", DOCUMENT, NOTICE),
    REGISTER_CHANGE("register.change", DOCUMENT, NOTICE),
    REGISTER_CLOSE("register.close", DOCUMENT, NOTICE),
    REGISTER_REOPEN("register.reopen", DOCUMENT, WARNING),
    REGISTER_IMPORT("register.import", DOCUMENT, NOTICE),
    REGISTER_PRINT("register.print", DOCUMENT, INFO),
    LIST_EXPORT("list.export", DOCUMENT, NOTICE),
    LIST_DOWNLOAD("list.download", DOCUMENT, NOTICE),
    DOCUMENT_ACCEPT("document.accept", DOCUMENT, INFO),
    DOCUMENT_REFUSE("document.refuse", DOCUMENT, NOTICE),
    DOCUMENT_REGISTER("document.register", DOCUMENT, INFO),
    DOCUMENT_ASSIGN("document.assign", DOCUMENT, INFO),
    DOCUMENT_HANDLE("document.handle", DOCUMENT, INFO),
    DOCUMENT_ABNORMAL("document.abnormal", DOCUMENT, CRITICAL),
    DELEGATION_GRANT("delegation.grant", ACCOUNT, NOTICE),
    DELEGATION_END("delegation.end", ACCOUNT, NOTICE),
    DOCUMENT_RECALL("document.recall", DOCUMENT, NOTICE),
    DOCUMENT_UPDATE("document.update", DOCUMENT, NOTICE),
    DOCUMENT_REPLACE("document.replace", DOCUMENT, NOTICE),
    DOCUMENT_CORRECT("document.correct", DOCUMENT, NOTICE),
    DOCUMENT_REMIND("document.remind", DOCUMENT, INFO),
    DOCUMENT_RECALL_ANSWER("document.recall-answer", DOCUMENT, NOTICE),
    DOCUMENT_DRAFT("document.draft", DOCUMENT, INFO),
    DOCUMENT_DISCARD("document.discard", DOCUMENT, INFO),
    DOCUMENT_ATTACH("document.attach", DOCUMENT, INFO),
    DOCUMENT_DETACH("document.detach", DOCUMENT, INFO),
    DOCUMENT_SIGN("document.sign", DOCUMENT, NOTICE),
    DOCUMENT_SEND("document.send", DOCUMENT, NOTICE),
    DOCUMENT_HOLD_BACK("document.hold-back", DOCUMENT, NOTICE),
    SECRET_KEY_ENROL("secret.key-enrol", KEY, NOTICE),
    SECRET_KEY_UNLOCK("secret.key-unlock", KEY, INFO),
    SECRET_KEY_LOCK("secret.key-lock", KEY, INFO),
    SECRET_KEY_REFUSE("secret.key-refuse", KEY, WARNING),
    SECRET_KEY_CHANGE("secret.key-change", KEY, NOTICE),
    SECRET_KEY_RESET("secret.key-reset", KEY, WARNING),
    SECRET_KEY_REVOKE("secret.key-revoke", KEY, WARNING),
    SECRET_DRAFT("secret.draft", DOCUMENT, INFO),
    SECRET_EDIT("secret.edit", DOCUMENT, INFO),
    SECRET_REMOVE("secret.remove", DOCUMENT, NOTICE),
    SECRET_SUBMIT("secret.submit", DOCUMENT, NOTICE),
    SECRET_WITHDRAW("secret.withdraw", DOCUMENT, NOTICE),
    SECRET_RETURN("secret.return", DOCUMENT, INFO),
    SECRET_APPROVE("secret.approve", DOCUMENT, NOTICE),
    SECRET_RELEASE_REFUSE("secret.release-refuse", DOCUMENT, NOTICE),
    SECRET_STOP("secret.stop", DOCUMENT, NOTICE),
    SECRET_SEND("secret.send", DOCUMENT, NOTICE),
    SECRET_FAIL("secret.fail", DOCUMENT, WARNING),
    SECRET_RECALL("secret.recall", DOCUMENT, NOTICE),
    SECRET_ARRIVE("secret.arrive", DOCUMENT, NOTICE),
    SECRET_SPLIT("secret.split", DOCUMENT, INFO),
    SECRET_LOOK("secret.look", DOCUMENT, NOTICE),
    SECRET_PRINT("secret.print", DOCUMENT, WARNING),
    SECRET_DOWNLOAD("secret.download", DOCUMENT, WARNING),
    SECRET_CONSENT_ASK("secret.consent-ask", DOCUMENT, NOTICE),
    SECRET_CONSENT("secret.consent", DOCUMENT, NOTICE),
    SECRET_HAND_OVER("secret.hand-over", DOCUMENT, NOTICE),
    SECRET_REFUSE("secret.refuse", DOCUMENT, NOTICE),
    SECRET_KNOW_ADD("secret.know-add", DOCUMENT, NOTICE),
    SECRET_KNOW_END("secret.know-end", DOCUMENT, NOTICE),
    SECRET_BOOK("secret.book", DOCUMENT, NOTICE),
    SECRET_REGISTER("secret.register", DOCUMENT, NOTICE),
    SECRET_BOOK_VIEW("secret.book-view", DOCUMENT, INFO),
    SECRET_DECLASSIFY_ASK("secret.declassify-ask", DOCUMENT, NOTICE),
    SECRET_DECLASSIFY("secret.declassify", DOCUMENT, WARNING),
    SECRET_POLICY("secret.policy", CONFIGURATION, NOTICE),
    EVIDENCE_VIEW("evidence.view", EVIDENCE, INFO),
    EVIDENCE_EXPORT("evidence.export", EVIDENCE, INFO),
    PROOF_FAIL("proof.fail", EVIDENCE, WARNING),

    PARCEL_REFUSE("parcel.refuse", PEER, WARNING),
    EVIDENCE_REFUSE("evidence.refuse", PEER, CRITICAL),
    STATEMENT_REFUSE("statement.refuse", PEER, CRITICAL),
    RECEIPT_REFUSE("receipt.refuse", PEER, WARNING),
    PEER_REFUSE("peer.refuse", PEER, WARNING),

    KEY_CREATE("key.create", KEY, NOTICE),
    KEY_DESTROY("key.destroy", KEY, NOTICE),
    KEY_ROLL("key.roll", KEY, NOTICE),
    KEY_ASK("key.ask", KEY, NOTICE),
    KEY_CONFIRM("key.confirm", KEY, NOTICE),
    KEY_WITHDRAW("key.withdraw", KEY, NOTICE),
    KEY_CEREMONY("key.ceremony", KEY, NOTICE),
    KEY_TRUST("key.trust", KEY, WARNING),
    KEY_EXPIRING("key.expiring", KEY, WARNING),
    KEY_REGISTER("key.register", KEY, NOTICE),
    MASTER_KEY_ROTATE("master-key.rotate", KEY, NOTICE),
    DATA_KEY_RENEW("data-key.renew", KEY, NOTICE),
    DATA_KEY_DESTROY("data-key.destroy", KEY, NOTICE),
    KEY_REFUSE("key.refuse", KEY, WARNING),
    TOKEN_AWAY("token.away", KEY, CRITICAL),
    TOKEN_BACK("token.back", KEY, NOTICE),
    CERTIFICATE_RENEW("certificate.renew", KEY, NOTICE),
    CERTIFICATE_REVOKE("certificate.revoke", KEY, NOTICE),
    CERTIFICATE_EXPIRE("certificate.expire", KEY, WARNING),

    NODE_ANNOUNCE("node.announce", DIRECTORY, NOTICE),
    NODE_APPROVE("node.approve", DIRECTORY, WARNING),
    NODE_ENROL("node.enrol", DIRECTORY, NOTICE),
    NODE_LOGS("node.logs", DIRECTORY, NOTICE),
    NODE_REVOKE("node.revoke", DIRECTORY, NOTICE),
    AGENCY_REGISTER("agency.register", DIRECTORY, NOTICE),
    AGENCY_CHANGE("agency.change", DIRECTORY, NOTICE),
    DIRECTORY_ALARM("directory.alarm", DIRECTORY, CRITICAL),
    DIRECTORY_FORK("directory.fork", DIRECTORY, CRITICAL),
    DIRECTORY_STALE("directory.stale", DIRECTORY, WARNING),
    DIRECTORY_UNWITNESSED("directory.unwitnessed", DIRECTORY, WARNING),

    DOOR_QUARANTINE("door.quarantine", OPERATION, WARNING),
    DOOR_RELEASE("door.release", OPERATION, NOTICE),
    GATEWAY_KEY_ISSUE("gateway-key.issue", API_KEY, NOTICE),
    GATEWAY_KEY_WITHDRAW("gateway-key.withdraw", API_KEY, NOTICE),
    GATEWAY_KEY_REFUSE("gateway-key.refuse", API_KEY, WARNING),
    GATEWAY_REQUEST("gateway.request", DIRECTORY, NOTICE),
    WEBHOOK_CHANGE("webhook.change", CONFIGURATION, NOTICE),
    WEBHOOK_STOP("webhook.stop", CONFIGURATION, WARNING),

    CONFIG_READ("config.read", CONFIGURATION, INFO),
    CONFIG_CHANGE("config.change", CONFIGURATION, NOTICE),

    PROGRAM_START("program.start", OPERATION, INFO),
    PROGRAM_STOP("program.stop", OPERATION, INFO),
    PROGRAM_CRASH("program.crash", OPERATION, WARNING),
    CLOCK_JUMP("clock.jump", OPERATION, WARNING),

    LOG_STANDSTILL("log.standstill", LOG, CRITICAL),
    LOG_RESUME("log.resume", LOG, NOTICE),
    LOG_ROLLBACK("log.rollback", LOG, CRITICAL),
    LOG_EPOCH("log.epoch", LOG, CRITICAL),
    LOG_TAMPER("log.tamper", LOG, CRITICAL),
    WITNESS_MISBEHAVIOUR("witness.misbehaviour", LOG, CRITICAL),

    AUDIT_SEARCH("audit.search", AUDIT, INFO),
    AUDIT_VIEW("audit.view", AUDIT, INFO),
    AUDIT_VERIFY("audit.verify", AUDIT, INFO),
    AUDIT_PROOF("audit.proof", AUDIT, INFO),
    AUDIT_SAVE_SEARCH("audit.save-search", AUDIT, INFO),
    AUDIT_EXPORT("audit.export", AUDIT, NOTICE),
    AUDIT_APPROVE("audit.approve", AUDIT, NOTICE),
    AUDIT_REJECT("audit.reject", AUDIT, NOTICE),
    AUDIT_DOWNLOAD("audit.download", AUDIT, NOTICE),
    AUDIT_DOSSIER("audit.dossier", AUDIT, NOTICE),
    AUDIT_RETENTION("audit.retention", AUDIT, NOTICE),
    AUDIT_HOLD("audit.hold", AUDIT, NOTICE),
    AUDIT_RELEASE("audit.release", AUDIT, NOTICE),
    AUDIT_ERASE("audit.erase", AUDIT, NOTICE),
    ALERT_OPEN("alert.open", AUDIT, WARNING),
    ALERT_CHANGE("alert.change", AUDIT, NOTICE),
    ALERT_RULE("alert.rule", AUDIT, NOTICE),
    ALERT_TEST("alert.test", AUDIT, INFO),
    SHIPPING_TEST("shipping.test", AUDIT, INFO),
    SHIPPING_STOP("shipping.stop", AUDIT, CRITICAL),
    SHIPPING_RESUME("shipping.resume", AUDIT, NOTICE);

    /** Which edition of the catalogue an entry was written by. */
    public static final int CATALOGUE_VERSION = 2;

    private static final Map<String, EventKind> BY_ACTION =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::action, Function.identity()));

    private final String action;
    private final EventClass about;
    private final Severity severity;

    EventKind(String action, EventClass about, Severity severity) {
        this.action = action;
        this.about = about;
        this.severity = severity;
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
        return EventWords.of(action, language);
    }
}
