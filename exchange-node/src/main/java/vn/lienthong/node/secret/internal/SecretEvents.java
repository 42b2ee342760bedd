package vn.lienthong.node.secret.internal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;

/** Records what happens in the secret area: levels, codes and identifiers, never a word of a document. */
@InNodeRole
@Component
class SecretEvents {

    private final AuditTrail trail;
    private final AccountDirectory accounts;

    SecretEvents(AuditTrail trail, AccountDirectory accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    /** A step with a document or draft, in the transaction of the change. */
    void step(EventKind kind, UUID id, Secrecy level, AgencyCode agency) {
        trail.record(about(kind, id, level, agency));
    }

    /** A step that concerns somebody else as well, in the transaction of the change. */
    void step(EventKind kind, UUID id, Secrecy level, AgencyCode agency, LoginName other) {
        trail.record(about(kind, id, level, agency).with("account", number(other)));
    }

    /** A step with a code that explains it, in the transaction of the change. */
    void step(EventKind kind, UUID id, Secrecy level, AgencyCode agency, String detail) {
        trail.record(about(kind, id, level, agency).with("detail", detail));
    }

    /** A step that this program took by itself, in the transaction of the change. */
    void own(EventKind kind, UUID id, Secrecy level, AgencyCode agency, String detail) {
        trail.record(about(kind, id, level, agency).by(Actor.system()).with("detail", detail));
    }

    /** A look, in the transaction that notes it; it is committed before anything is shown. */
    void look(EventKind kind, UUID id, Secrecy level, AgencyCode agency, String code, int file, String reason) {
        trail.record(about(kind, id, level, agency)
                .with("look", code)
                .with("file", file)
                .withPrivate("reason", reason));
    }

    /** Somebody asked for what is not for them. */
    void hidden(UUID id) {
        trail.recordRefusal(SecurityEvent.blocked(EventKind.SECRET_LOOK, "NOT_AVAILABLE")
                .on(EventObject.document(id).ofSecrecy(Levels.number(Secrecy.CONFIDENTIAL))));
    }

    /** A step with the personal keys of somebody, in the transaction of the change. */
    void keys(EventKind kind, LoginName login, String detail) {
        trail.record(SecurityEvent.of(kind)
                .on(EventObject.of(EventObject.Kind.ACCOUNT, number(login)))
                .with("detail", detail));
    }

    /** A PIN was wrong, in the transaction that counts it. */
    void wrongPin(LoginName login, int tries) {
        trail.record(SecurityEvent.blocked(EventKind.SECRET_KEY_REFUSE, "WRONG_PIN")
                .on(EventObject.of(EventObject.Kind.ACCOUNT, number(login)))
                .with("tries", tries));
    }

    /** Something of an agency changed, in the transaction of the change. */
    void agency(EventKind kind, AgencyCode agency, String detail) {
        trail.record(SecurityEvent.of(kind)
                .on(EventObject.of(EventObject.Kind.AGENCY, agency.value())
                        .ofSecrecy(Levels.number(Secrecy.CONFIDENTIAL)))
                .with("detail", detail));
    }

    private String number(LoginName login) {
        return accounts.numberOf(login).map(String::valueOf).orElse("-");
    }

    private static SecurityEvent about(EventKind kind, UUID id, Secrecy level, AgencyCode agency) {
        return SecurityEvent.of(kind)
                .on(EventObject.document(id).ofSecrecy(Levels.number(level)))
                .with("agency", agency.value());
    }
}
