package vn.lienthong.node.audit.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.identity.RefusalListener;

/** Makes every refusal by permission an event. What was typed as a name is recorded only when an account has that name. */
@Component
class RefusalRecording implements RefusalListener {

    private static final Map<Refusal.Reason, EventKind> KINDS = Map.of(
            Refusal.Reason.WRONG_CREDENTIALS, EventKind.SESSION_REFUSE,
            Refusal.Reason.THROTTLED, EventKind.SESSION_LOCK,
            Refusal.Reason.KEY_MISSING, EventKind.API_KEY_REFUSE,
            Refusal.Reason.KEY_UNKNOWN, EventKind.API_KEY_REFUSE,
            Refusal.Reason.KEY_REVOKED, EventKind.API_KEY_REFUSE,
            Refusal.Reason.KEY_EXPIRED, EventKind.API_KEY_REFUSE,
            Refusal.Reason.KEY_ELSEWHERE, EventKind.API_KEY_REFUSE,
            Refusal.Reason.KEY_CERTIFICATE, EventKind.API_KEY_REFUSE,
            Refusal.Reason.FORGED_FORM, EventKind.FORM_FORGE);
    private static final String KEY = "key:";

    private final ObjectProvider<AuditTrail> trail;
    private final AccountNumbers accounts;

    RefusalRecording(ObjectProvider<AuditTrail> trail, AccountNumbers accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    @Override
    public void refused(Refusal refusal) {
        EventKind kind = KINDS.getOrDefault(refusal.reason(), EventKind.ACCESS_REFUSE);
        SecurityEvent event =
                SecurityEvent.blocked(kind, refusal.reason().name()).on(object(kind, refusal));
        trail.getObject()
                .recordRefusal(kind == EventKind.ACCESS_REFUSE ? event : event.with("resource", refusal.action()));
    }

    private EventObject object(EventKind kind, Refusal refusal) {
        if (refusal.actor().startsWith(KEY) && kind == EventKind.API_KEY_REFUSE) {
            return EventObject.of(EventObject.Kind.API_KEY, refusal.actor().substring(KEY.length()));
        }
        OptionalLong account = kind.action().startsWith("session.") ? typedAccount() : OptionalLong.empty();
        return account.isPresent()
                ? EventObject.of(EventObject.Kind.ACCOUNT, account.getAsLong())
                : EventObject.of(EventObject.Kind.RESOURCE, refusal.action());
    }

    /** People type passwords into the name field, so the text itself is never kept. */
    private OptionalLong typedAccount() {
        try {
            return typedName().map(name -> accounts.of(name.value())).orElseGet(OptionalLong::empty);
        } catch (DataAccessException away) {
            return OptionalLong.empty();
        }
    }

    private static Optional<LoginName> typedName() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return Optional.ofNullable(request.getParameter("login")).flatMap(LoginName::parse);
        }
        return Optional.empty();
    }
}
