package vn.lienthong.node.vxp.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Secret;

/** Finds out who calls in the provincial dialect: by secret once, by token afterwards. */
@InNodeRole
@Component
class ProvincialGate {

    private static final String BEARER = "bearer ";

    private final KnownSecrets secrets;
    private final SecretRows rows;
    private final Tokens tokens;
    private final AuditTrail trail;
    private final InstantSource clock;

    ProvincialGate(KnownSecrets secrets, SecretRows rows, Tokens tokens, AuditTrail trail, InstantSource clock) {
        this.secrets = secrets;
        this.rows = rows;
        this.tokens = tokens;
        this.trail = trail;
        this.clock = clock;
    }

    /** A token for whoever knows the secret. */
    Optional<String> login(String systemId, String secret, HttpServletRequest request) {
        String from = String.valueOf(request.getRemoteAddr());
        Optional<KnownSecrets.Key> key = secrets.holder(systemId, secret)
                .filter(_ -> request.isSecure())
                .filter(known -> known.networks().allow(from));
        if (key.isEmpty()) {
            trail.recordRefusal(SecurityEvent.blocked(EventKind.GATEWAY_KEY_REFUSE, "login"));
        }
        key.ifPresent(known -> secrets.used(known, from));
        return key.map(known -> tokens.issue(known.facts().id())).map(Secret::reveal);
    }

    /** The caller of a token that is good, from where its secret may be used. */
    Optional<VxpCaller> enter(HttpServletRequest request, Map<String, String> parameters) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        Optional<VxpCaller> caller = Optional.of(header)
                .filter(_ -> request.isSecure())
                .filter(text -> text.length() > BEARER.length())
                .filter(text -> text.substring(0, BEARER.length())
                        .toLowerCase(Locale.ROOT)
                        .equals(BEARER))
                .flatMap(text -> tokens.secret(text.substring(BEARER.length()).strip()))
                .flatMap(rows::find)
                .filter(facts -> facts.isInForce(clock.instant()))
                .filter(facts ->
                        Networks.parse(facts.networks()).orElseThrow().allow(String.valueOf(request.getRemoteAddr())))
                .map(facts -> new VxpCaller(facts.systemId(), facts.agency(), facts.id(), parameters));
        if (caller.isEmpty()) {
            trail.recordRefusal(SecurityEvent.blocked(EventKind.GATEWAY_KEY_REFUSE, "token"));
        }
        return caller;
    }
}
