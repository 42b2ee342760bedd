package vn.lienthong.node.audit.internal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountListener;
import vn.lienthong.node.identity.ApiKeyEvent;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SessionId;

/** Makes events of what happens to accounts, sessions and API keys: in the transaction of the change where there is one. */
@Component
class IdentityRecording implements AccountListener {

    static final Set<Role> STRONG = Set.of(Role.ADMINISTRATOR, Role.SECURITY_OFFICER);
    private static final long MILLIS = 1000;

    private final ObjectProvider<AuditTrail> trail;
    private final AccountNumbers accounts;
    private final InstantSource clock;

    IdentityRecording(ObjectProvider<AuditTrail> trail, AccountNumbers accounts, InstantSource clock) {
        this.trail = trail;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void happened(AccountEvent event) {
        switch (event) {
            case AccountEvent.Created(LoginName login, Set<Role> roles) -> created(login, roles);
            case AccountEvent.Disabled(LoginName login) -> record(SecurityEvent.of(EventKind.ACCOUNT_DISABLE), login);
            case AccountEvent.Enabled(LoginName login) -> record(SecurityEvent.of(EventKind.ACCOUNT_ENABLE), login);
            case AccountEvent.Assigned assigned -> assigned(assigned);
            case AccountEvent.PasswordReplaced(LoginName login) ->
                record(SecurityEvent.of(EventKind.ACCOUNT_PASSWORD), login);
            case AccountEvent.SignedIn(LoginName login, String _, boolean secondFactor) ->
                own(SecurityEvent.of(EventKind.SESSION_START).with("secondFactor", secondFactor), login);
            case AccountEvent.SignedOut(LoginName login, String _) ->
                own(SecurityEvent.of(EventKind.SESSION_END), login);
            case AccountEvent.SecondFactorRefused(LoginName login, String _, boolean throttled) ->
                trail.getObject()
                        .recordRefusal(of(
                                SecurityEvent.blocked(EventKind.MFA_REFUSE, throttled ? "THROTTLED" : "WRONG_CODE"),
                                login));
            case AccountEvent.SecondFactorEnrolled(LoginName login) ->
                own(SecurityEvent.of(EventKind.MFA_ENROL), login);
            case AccountEvent.SecondFactorReset(LoginName login, LoginName _) ->
                record(SecurityEvent.of(EventKind.MFA_RESET), login);
            case AccountEvent.RecoveryCodeUsed(LoginName login, int left) ->
                own(SecurityEvent.of(EventKind.MFA_RECOVER).with("left", left), login);
            case AccountEvent.RecoveryCodesReplaced(LoginName login) ->
                own(SecurityEvent.of(EventKind.MFA_CODES), login);
            case AccountEvent.SessionsEnded(LoginName login) ->
                record(SecurityEvent.of(EventKind.SESSION_END_ALL), login);
            case AccountEvent.RoleGiven given -> record(RightsEvents.given(given), given.login());
            case AccountEvent.RoleTaken taken -> record(RightsEvents.taken(taken), taken.login());
            case AccountEvent.ClearanceChanged changed -> record(RightsEvents.clearance(changed), changed.login());
            case AccountEvent.LifeStep step -> record(RightsEvents.life(step), step.login());
            case AccountEvent.BreakGlassStep step -> record(RightsEvents.breakGlass(step), step.login());
            case AccountEvent.RoleChanged changed -> record(RightsEvents.role(changed));
            case AccountEvent.Access access -> accessed(access);
        }
    }

    private void accessed(AccountEvent.Access event) {
        switch (event) {
            case AccountEvent.SessionEnded(LoginName login, SessionId session) ->
                record(SecurityEvent.of(EventKind.SESSION_END_ONE).with("session", session.value()), login);
            case AccountEvent.OtherSessionsEnded(LoginName login, int number) ->
                record(SecurityEvent.of(EventKind.SESSION_END_OTHERS).with("number", number), login);
            case AccountEvent.PasskeyAdded(LoginName login) -> own(SecurityEvent.of(EventKind.PASSKEY_ADD), login);
            case AccountEvent.PasskeyRemoved(LoginName login) -> own(SecurityEvent.of(EventKind.PASSKEY_REMOVE), login);
            case AccountEvent.ProviderLinked(LoginName login, String provider) ->
                own(SecurityEvent.of(EventKind.ACCOUNT_LINK).with("provider", provider), login);
            case AccountEvent.ProviderUnlinked(LoginName login, String provider) ->
                record(SecurityEvent.of(EventKind.ACCOUNT_UNLINK).with("provider", provider), login);
            case AccountEvent.SecondFactorShown(LoginName login, boolean passkey) ->
                own(SecurityEvent.of(EventKind.MFA_VERIFY).with("passkey", passkey), login);
        }
    }

    private void created(LoginName login, Set<Role> roles) {
        String names = roles.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        record(SecurityEvent.of(EventKind.ACCOUNT_CREATE).with("roles", names), login);
        granted(login, roles);
    }

    private void granted(LoginName login, Set<Role> roles) {
        for (Role role : roles) {
            EventKind kind = STRONG.contains(role) ? EventKind.ROLE_ELEVATE : EventKind.ROLE_GRANT;
            record(SecurityEvent.of(kind).with("role", role), login);
        }
    }

    private void assigned(AccountEvent.Assigned assigned) {
        String agencies =
                assigned.agencies().stream().map(AgencyCode::value).sorted().collect(Collectors.joining(" "));
        record(SecurityEvent.of(EventKind.ACCOUNT_CHANGE).with("agencies", agencies), assigned.login());
        granted(assigned.login(), assigned.granted());
        for (Role role : assigned.revoked()) {
            record(SecurityEvent.of(EventKind.ROLE_REVOKE).with("role", role), assigned.login());
        }
    }

    @EventListener
    void happened(ApiKeyEvent event) {
        EventObject key = EventObject.of(EventObject.Kind.API_KEY, event.key().value());
        switch (event) {
            case ApiKeyEvent.Issued issued ->
                record(SecurityEvent.of(EventKind.API_KEY_CREATE)
                        .on(key)
                        .with("agency", issued.agency().value())
                        .with("kind", issued.kind())
                        .with(
                                "scopes",
                                issued.scopes().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .collect(Collectors.joining(" "))));
            case ApiKeyEvent.Revoked _ ->
                record(SecurityEvent.of(EventKind.API_KEY_REVOKE).on(key));
            case ApiKeyEvent.Rotated rotated ->
                record(SecurityEvent.of(EventKind.API_KEY_ROTATE)
                        .on(key)
                        .with("successor", rotated.successor().value())
                        .with("until", rotated.until()));
        }
    }

    /** A session that ended because nothing was done in it. */
    @EventListener
    void ended(HttpSessionDestroyedEvent event) {
        long idle = clock.millis() - event.getSession().getLastAccessedTime();
        if (idle < event.getSession().getMaxInactiveInterval() * MILLIS) {
            return;
        }
        event.getSecurityContexts().stream()
                .flatMap(context -> Optional.ofNullable(context.getAuthentication()).stream())
                .map(Authentication::getPrincipal)
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .forEach(person ->
                        record(SecurityEvent.of(EventKind.SESSION_EXPIRE).by(accounts.actor(person)), person.login()));
    }

    /** What somebody does to the own account; at the sign-in nobody is signed in yet. */
    private void own(SecurityEvent event, LoginName login) {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        boolean known = session != null && session.getPrincipal() instanceof Person;
        OptionalLong number = accounts.of(login.value());
        record(
                known || number.isEmpty()
                        ? event
                        : event.by(Actor.account(number.getAsLong(), null, null, login.value())),
                login);
    }

    private void record(SecurityEvent event, LoginName login) {
        record(of(event, login));
    }

    private SecurityEvent of(SecurityEvent event, LoginName login) {
        OptionalLong number = accounts.of(login.value());
        SecurityEvent named = event.withPrivate("account", login.value());
        return number.isPresent() ? named.on(EventObject.of(EventObject.Kind.ACCOUNT, number.getAsLong())) : named;
    }

    private void record(SecurityEvent event) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            trail.getObject().record(event);
        } else {
            trail.getObject().recordNow(event);
        }
    }
}
