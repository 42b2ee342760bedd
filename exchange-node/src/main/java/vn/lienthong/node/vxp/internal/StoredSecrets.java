package vn.lienthong.node.vxp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.vxp.GatewaySecrets;

/** Gateway secrets in the database, sealed; each change and its security event are one transaction. */
@InNodeRole
@Service
class StoredSecrets implements GatewaySecrets {

    private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final SecretRows rows;
    private final SecretSeal seal;
    private final KnownSecrets known;
    private final DirectoryView directory;
    private final AuditTrail trail;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    StoredSecrets(
            SecretRows rows,
            SecretSeal seal,
            KnownSecrets known,
            DirectoryView directory,
            AuditTrail trail,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.rows = rows;
        this.seal = seal;
        this.known = known;
        this.directory = directory;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Issued> issue(Wish wish, String by) {
        Instant now = clock.instant();
        boolean served = directory
                .current()
                .agency(wish.agency(), now)
                .filter(entry -> directory.hostedHere().contains(entry.agency().id()))
                .isPresent();
        Optional<Networks> networks = Networks.parse(wish.networks());
        boolean lives = wish.life().isPositive() && wish.life().compareTo(LONGEST) <= 0;
        List<SecretRows.Kept> inForce = rows.inForce(wish.systemId(), now);
        boolean free = inForce.size() < SecretRows.MOST_IN_FORCE
                && inForce.stream().allMatch(kept -> kept.facts().agency().equals(wish.agency()));
        if (!served
                || networks.isEmpty()
                || !lives
                || !free
                || !SYSTEM.matcher(wish.systemId()).matches()) {
            return Optional.empty();
        }
        Wish checked = new Wish(wish.agency(), wish.systemId(), networks.get().toString(), wish.life());
        return Optional.of(make(checked, by, now));
    }

    private Issued make(Wish wish, String by, Instant now) {
        Secret secret = seal.fresh();
        Facts facts = new Facts(
                ids.next(),
                wish.systemId(),
                wish.agency(),
                wish.networks(),
                by,
                now,
                now.plus(wish.life()),
                null,
                null,
                null);
        rows.insert(facts, seal.seal(facts.id(), secret));
        var _ = trail.record(event(EventKind.GATEWAY_KEY_ISSUE, facts));
        known.forget(wish.systemId());
        return new Issued(facts, secret);
    }

    private static SecurityEvent event(EventKind kind, Facts facts) {
        return SecurityEvent.of(kind)
                .on(EventObject.of(EventObject.Kind.API_KEY, facts.id()))
                .with("agency", facts.agency())
                .with("system", facts.systemId());
    }

    @Override
    @Transactional
    public Optional<Issued> rotate(UUID id, Duration overlap, String by) {
        Instant now = clock.instant();
        Optional<Facts> before = rows.find(id).filter(facts -> facts.isInForce(now));
        if (before.isEmpty() || overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            return Optional.empty();
        }
        Facts facts = before.get();
        Duration life = Duration.between(facts.createdAt(), facts.expiresAt());
        if (!rows.endAt(id, now.plus(overlap), now)) {
            return Optional.empty();
        }
        return Optional.of(make(new Wish(facts.agency(), facts.systemId(), facts.networks(), life), by, now));
    }

    @Override
    @Transactional
    public boolean withdraw(UUID id, String by) {
        Optional<Facts> facts = rows.find(id);
        boolean done = rows.withdraw(id, clock.instant());
        if (done) {
            var _ = trail.record(event(EventKind.GATEWAY_KEY_WITHDRAW, facts.orElseThrow()));
            known.forget(facts.orElseThrow().systemId());
        }
        return done;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Facts> list() {
        return rows.list(clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Facts> find(UUID id) {
        return rows.find(id);
    }
}
