package vn.lienthong.node.vxp.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Finds out who calls: the signature over the signed headers first, then that these were really sent, from an allowed network, in
 * time, and not overheard.
 */
@InNodeRole
@Component
class VxpGate {

    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{8}T[0-9]{6})(\\+[0-9]{1,4})?");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("ddMMyyyy'T'HHmmss", Locale.ROOT);
    /** What follows the plus sign are milliseconds in the kit, not a zone: its clock is the system's own. */
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final KnownSecrets secrets;
    private final Replays replays;
    private final VxpProperties properties;
    private final AuditTrail trail;
    private final InstantSource clock;

    VxpGate(KnownSecrets secrets, Replays replays, VxpProperties properties, AuditTrail trail, InstantSource clock) {
        this.secrets = secrets;
        this.replays = replays;
        this.properties = properties;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of the question. */
    sealed interface Entry {

        /** The caller is known. */
        record Open(VxpCaller caller) implements Entry {}

        /** Nobody who may come in. */
        record Shut(VxpFault fault) implements Entry {}
    }

    Entry enter(VxpOperation operation, HttpServletRequest request) {
        if (!request.isSecure()) {
            return shut("no-tls", VxpFault.wrongKey());
        }
        Optional<SignedHeaders> headers = SignedHeaders.read(request::getHeader);
        if (headers.isEmpty()) {
            return shut("headers", VxpFault.wrongKey());
        }
        String systemId = headers.get().claims().getOrDefault("systemid", "");
        return secrets.signer(
                        systemId,
                        headers.get().signed().toByteArray(),
                        headers.get().signature())
                .map(key -> enter(operation, headers.get(), key, request))
                .orElseGet(() -> shut("signature", VxpFault.wrongKey()));
    }

    private Entry enter(
            VxpOperation operation, SignedHeaders headers, KnownSecrets.Key key, HttpServletRequest request) {
        String from = String.valueOf(request.getRemoteAddr());
        if (!key.networks().allow(from)) {
            return shut("network", VxpFault.wrongKey());
        }
        Instant now = clock.instant();
        Instant signedAt = time(headers.claims().get("timestamp"));
        Duration oldest = properties.window().plus(properties.staleTimestamps());
        if (signedAt == null
                || signedAt.isAfter(now.plus(properties.window()))
                || signedAt.isBefore(now.minus(oldest))) {
            return shut("timestamp", VxpFault.wrongKey());
        }
        Instant until = signedAt.plus(oldest).plus(Duration.ofSeconds(1));
        if (!replays.note(headers.signature(), from, now, until) && !properties.retriesFromElsewhere()) {
            return shut("replay", VxpFault.wrongKey());
        }
        if (!properties.leakedHeaders() && !headers.claims().keySet().stream().allMatch(operation::takes)) {
            return new Entry.Shut(new VxpFault(
                    VxpFault.NOT_EDXML,
                    ErrorCode.REQUEST_MALFORMED,
                    "Có tham số không thuộc lệnh " + operation.path()
                            + ". Cách xử lý: tạo đối tượng dịch vụ mới cho mỗi lệnh, hoặc bật"
                            + " lienthong.vxp.leaked-headers."));
        }
        secrets.used(key, from);
        return new Entry.Open(new VxpCaller(
                key.facts().systemId(), key.facts().agency(), key.facts().id(), headers.claims()));
    }

    private static @Nullable Instant time(@Nullable String timestamp) {
        var matcher = TIMESTAMP.matcher(timestamp == null ? "" : timestamp);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalDateTime.parse(matcher.group(1), FORM).atZone(VIETNAM).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Entry shut(String reason, VxpFault fault) {
        trail.recordRefusal(SecurityEvent.blocked(EventKind.GATEWAY_KEY_REFUSE, reason));
        return new Entry.Shut(fault);
    }
}
