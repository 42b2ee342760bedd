package vn.lienthong.node.ceremony.internal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.ceremony.internal.KeyRequest.Kind;
import vn.lienthong.node.directory.AgencyKeyLife;
import vn.lienthong.node.directory.AgencyKeyLife.Destruction;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;

/**
 * What is done to keys by people. Revoking and destroying are asked for by one and confirmed by another within a day; from then on it
 * is carried out, also after a crash, and until the directory can be reached.
 */
@Component
@InNodeRole
class KeyCeremonies {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCeremonies.class);

    private final AgencyKeyLife keys;
    private final KeyRequestTable requests;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    KeyCeremonies(
            AgencyKeyLife keys,
            KeyRequestTable requests,
            AuditTrail trail,
            TransactionTemplate transaction,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.keys = keys;
        this.requests = requests;
        this.trail = trail;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Replaces keys before their time.
     *
     * @return false when keys are being replaced already
     * @throws IOException if the new keys could not be made durable
     */
    boolean replace(AgencyId agency, Set<String> parts, String by) throws IOException {
        if (!keys.replace(agency, parts)) {
            return false;
        }
        trail.recordNow(about(EventKind.KEY_ROLL, agency)
                .with("parts", String.join(" ", parts.stream().sorted().toList()))
                .withPrivate("login", by));
        return true;
    }

    /** Asks somebody else to confirm that an epoch is destroyed. */
    UUID askToDestroy(AgencyId agency, long epoch, String reason, LoginName by) {
        return ask(Kind.DESTROY, agency, epoch, null, reason, by);
    }

    /** Asks somebody else to confirm that a certificate is revoked. */
    UUID askToRevoke(AgencyId agency, Sha256 certificate, String reason, LoginName by) {
        return ask(Kind.REVOKE, agency, 0, certificate, reason, by);
    }

    private UUID ask(
            Kind kind, AgencyId agency, long epoch, @Nullable Sha256 certificate, String reason, LoginName by) {
        KeyRequest request = new KeyRequest(
                ids.next(), kind, agency, epoch, certificate, reason, by.value(), clock.instant(), null, null);
        transaction.executeWithoutResult(status -> {
            requests.add(request);
            trail.record(event(EventKind.KEY_ASK, request));
        });
        return request.id();
    }

    /** Confirms as another person than the one who asked; false when that is not possible (any more). */
    boolean confirm(UUID id, LoginName by) {
        return step(id, EventKind.KEY_CONFIRM, () -> requests.confirm(id, by.value(), clock.instant()));
    }

    /** Takes back what one has asked for oneself and nobody has confirmed; false when that is not possible (any more). */
    boolean withdraw(UUID id, LoginName by) {
        return step(id, EventKind.KEY_WITHDRAW, () -> requests.withdraw(id, by.value(), clock.instant()));
    }

    private boolean step(UUID id, EventKind kind, BooleanSupplier change) {
        Optional<KeyRequest> request = requests.find(id);
        return request.isPresent()
                && Boolean.TRUE.equals(transaction.execute(status -> {
                    boolean changed = change.getAsBoolean();
                    if (changed) {
                        trail.record(event(kind, request.get()));
                    }
                    return changed;
                }));
    }

    /** Carries out what is confirmed, as far as that is possible now. */
    void carryOut() {
        for (KeyRequest request : requests.confirmed()) {
            try {
                String outcome = done(request);
                if (requests.end(request.id(), outcome, clock.instant())) {
                    trail.recordNow(event(EventKind.KEY_CEREMONY, request).with("outcome", outcome));
                }
            } catch (IOException e) {
                LOG.warn("what was confirmed about keys of agency {} waits: {}", request.agency(), e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String done(KeyRequest request) throws IOException, InterruptedException {
        Sha256 certificate = request.certificate();
        if (certificate != null) {
            keys.revoke(request.agency(), certificate, request.reason());
            return "REVOKED";
        }
        return switch (keys.destroy(request.agency(), request.epoch())) {
            case Destruction.Destroyed() -> "DESTROYED";
            case Destruction.Unknown() -> "GONE";
            case Destruction.InUse() -> "IN_USE";
            case Destruction.UntilThen _ -> "TOO_EARLY";
            case Destruction.Needed _ -> "NEEDED";
        };
    }

    /** Somebody has asked another agency whether its new keys are its own. */
    boolean trust(AgencyId agency, long epoch, LoginName by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean trusted = keys.trust(agency, epoch, by.value());
            if (trusted) {
                trail.record(about(EventKind.KEY_TRUST, agency).with("epoch", epoch));
            }
            return trusted;
        }));
    }

    private static SecurityEvent event(EventKind kind, KeyRequest request) {
        SecurityEvent event =
                about(kind, request.agency()).with("request", request.id()).with("what", request.kind());
        Sha256 certificate = request.certificate();
        return certificate == null ? event.with("epoch", request.epoch()) : event.with("certificate", certificate);
    }

    private static SecurityEvent about(EventKind kind, AgencyId agency) {
        return SecurityEvent.of(kind).on(EventObject.of(EventObject.Kind.AGENCY, agency));
    }
}
