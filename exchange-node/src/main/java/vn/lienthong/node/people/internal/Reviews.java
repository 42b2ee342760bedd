package vn.lienthong.node.people.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleGrant;
import vn.lienthong.node.identity.SeparationOfDuties;
import vn.lienthong.node.people.internal.Review.Decision;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Campaigns of access review.
 *
 * <p>Guarantees: nobody decides about the own rights; a review is closed only when every right in it is kept or taken away; closing
 * takes away, writes the signed minutes and the event in one transaction.
 */
@Service
@InNodeRole
class Reviews {
    static final int MOST = 5_000;
    private static final int TOXIC = 3;
    private static final int DORMANT = 2;

    private final ReviewTable table;
    private final Everybody everybody;
    private final AccountAdministration accounts;
    private final RightsHealth health;
    private final ReviewMinutes minutes;
    private final AuditTrail trail;
    private final InstantSource clock;

    Reviews(
            ReviewTable table,
            Everybody everybody,
            AccountAdministration accounts,
            RightsHealth health,
            ReviewMinutes minutes,
            AuditTrail trail,
            InstantSource clock) {
        this.table = table;
        this.everybody = everybody;
        this.accounts = accounts;
        this.health = health;
        this.minutes = minutes;
        this.trail = trail;
        this.clock = clock;
    }

    /** Why a review cannot be closed, or that it was. */
    enum Closing {
        DONE,
        INCOMPLETE,
        CLOSED_ALREADY
    }

    /** Begins a review of everything that is held now. */
    @Transactional
    long open(String title, @Nullable AgencyCode place, LocalDate dueOn, Person by) {
        require(by);
        Instant now = now();
        long review = table.open(title, place == null ? "" : place.value(), dueOn, by.login(), now);
        int items = 0;
        for (AccountFacts account : everybody.all()) {
            for (RoleGrant grant : account.enabled() ? account.grants() : List.<RoleGrant>of()) {
                boolean meant = place == null || place.equals(grant.place());
                if (meant && grant.heldAt(now) && items < MOST) {
                    table.add(review, item(account, grant, now));
                    items++;
                }
            }
        }
        trail.record(event(EventKind.REVIEW_OPEN, review).with("rights", items));
        return review;
    }

    private static void require(Person by) {
        if (!by.may(Permission.REVIEW_ACCESS)) {
            throw new IllegalArgumentException("only reviewers review");
        }
    }

    private static SecurityEvent event(EventKind kind, long review) {
        return SecurityEvent.of(kind).on(EventObject.of(EventObject.Kind.CASE, "review-" + review));
    }

    private Review.Item item(AccountFacts account, RoleGrant grant, Instant now) {
        Set<Role> roles = account.grants().stream()
                .filter(one -> one.heldAt(now))
                .map(RoleGrant::role)
                .collect(Collectors.toSet());
        int weight = !SeparationOfDuties.allows(roles)
                ? TOXIC
                : health.isDormant(account, now) ? DORMANT : grant.role().needsSecondFactor() ? 1 : 0;
        return new Review.Item(
                0,
                account.login(),
                account.displayName(),
                grant.role(),
                grant.place(),
                account.use().lastSignIn(),
                weight,
                new Review.Answer(null, "", null, null));
    }

    List<Review> list() {
        return table.list();
    }

    Optional<Review> find(long id) {
        return table.find(id);
    }

    List<Review.Item> items(long review, int limit, int offset) {
        return table.items(review, limit, offset);
    }

    /** Decides about some rights; returns how many of them, without those of the person who decides. */
    @Transactional
    int decide(long review, Map<Long, Decision> decisions, String note, Person by) {
        require(by);
        if (!table.lock(review)) {
            return 0;
        }
        int done = 0;
        for (Map.Entry<Long, Decision> one : decisions.entrySet()) {
            Optional<Review.Item> item = table.item(review, one.getKey())
                    .filter(found -> !found.login().equals(by.login()))
                    .filter(found -> found.answer().decision() != one.getValue());
            if (item.isPresent()) {
                table.decide(item.get().id(), one.getValue(), note, by.login(), now());
                trail.record(event(EventKind.REVIEW_DECIDE, review)
                        .with("item", item.get().id())
                        .with("role", item.get().role())
                        .with("decision", one.getValue()));
                done++;
            }
        }
        return done;
    }

    /** Takes away what is to be taken away and writes the minutes. */
    @Transactional
    Closing close(long id, Person by) {
        require(by);
        if (!table.lock(id)) {
            return Closing.CLOSED_ALREADY;
        }
        Review review = table.find(id).orElseThrow();
        if (!review.progress().isComplete()) {
            return Closing.INCOMPLETE;
        }
        for (Review.Item item : table.items(id, MOST, 0)) {
            if (item.answer().decision() == Decision.TAKE) {
                table.outcome(item.id(), taken(item, by));
            }
        }
        Instant now = now();
        Octets signed = Octets.of(written(review, table.items(id, MOST, 0), by, now));
        table.close(id, by.login(), now, signed);
        trail.record(event(EventKind.REVIEW_CLOSE, id)
                .with("sha256", Sha256.of(signed.toByteArray()).hex())
                .with("rights", review.progress().all()));
        return Closing.DONE;
    }

    private String taken(Review.Item item, Person by) {
        return switch (accounts.withdraw(item.login(), item.role(), item.place(), by)) {
            case AccountStep.Done _ -> "TAKEN";
            case AccountStep.LastAdministrator _ -> "LAST_ADMINISTRATOR";
            case AccountStep.OwnAccount _ -> "OWN_ACCOUNT";
            default -> "GONE_BEFORE";
        };
    }

    private byte[] written(Review review, List<Review.Item> items, Person by, Instant now) {
        try {
            return minutes.write(review, items, by, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The signed minutes of a review that is closed; reading them is an event. */
    @Transactional
    Optional<Octets> minutes(long id) {
        Optional<Octets> found = table.minutes(id);
        if (found.isPresent()) {
            trail.record(event(EventKind.REVIEW_READ, id));
        }
        return found;
    }

    private Instant now() {
        return Timestamps.millis(clock.instant());
    }
}
