package vn.lienthong.node.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvent.BreakGlassAct;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.AccountListener;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;

/** The emergency entry in the database. */
@InNodeRole
@Service
class StoredBreakGlass implements BreakGlass, AccountListener {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 240;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final BreakGlassTable table;
    private final BreakGlassAccount account;
    private final LoginThrottle throttle;
    private final AccountEvents events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Duration life;
    private final AtomicReference<Optional<Use>> standing = new AtomicReference<>(Optional.empty());

    StoredBreakGlass(
            BreakGlassTable table,
            BreakGlassAccount account,
            LoginThrottle throttle,
            AccountEvents events,
            TransactionTemplate transactions,
            InstantSource clock,
            @Value("${lienthong.people.break-glass-minutes:60}") int minutes) {
        this.table = table;
        this.account = account;
        this.throttle = throttle;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.life = Duration.ofMinutes(Math.clamp(minutes, SHORTEST, LONGEST));
    }

    @Override
    public Optional<Instant> sealedSince() {
        return table.sealedSince();
    }

    /** Takes new credentials; false when an account of that name was there before the entry. */
    boolean drawn(byte[] digest) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean own = table.ownsItsName();
            if (own) {
                table.draw(digest, now());
                tell(BreakGlassAct.DRAWN);
            }
            return own;
        }));
    }

    @Override
    public Opening open(Halves halves, Said said) {
        check(said.first(), LONGEST_NAME);
        check(said.second(), LONGEST_NAME);
        check(said.reason(), LONGEST_TEXT);
        Optional<Instant> blocked = throttle.doorBlockedUntil(said.address());
        if (blocked.isPresent()) {
            return new Opening.Throttled(blocked.get());
        }
        Optional<Opening> opened = BreakGlassCodes.digest(halves).flatMap(digest -> once(digest, said));
        if (opened.isEmpty()) {
            throttle.doorFailed(said.address());
        }
        refresh();
        return opened.orElseGet(Opening.Wrong::new);
    }

    private static void check(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("a text is missing or too long");
        }
    }

    private Optional<Opening> once(byte[] digest, Said said) {
        try {
            return Optional.ofNullable(transactions.execute(status -> {
                Opening opened = take(digest, said);
                if (opened == null) {
                    status.setRollbackOnly();
                }
                return opened;
            }));
        } catch (ConcurrencyFailureException | DuplicateKeyException faster) {
            // Somebody else is using the same credentials up at this moment.
            return Optional.empty();
        }
    }

    private @Nullable Opening take(byte[] digest, Said said) {
        Instant now = now();
        Instant until = now.plus(life);
        // Whoever draws new credentials during a use gets a use of their own, not a longer one.
        endIf(END_OF_TIME);
        if (!table.use(digest, said, now, until)) {
            return null;
        }
        Person person = account.open(now, until);
        tell(BreakGlassAct.USED);
        return new Opening.Opened(person, until);
    }

    @Override
    public List<Use> uses() {
        return table.uses();
    }

    @Override
    public Optional<Use> standing() {
        return standing.get();
    }

    @Override
    public Closing close(long id, String finding, Person by) {
        if (!by.may(Permission.REVIEW_ACCESS)) {
            throw new IllegalArgumentException("only security officers close an emergency entry");
        }
        check(finding, LONGEST_TEXT);
        Closing done = Objects.requireNonNull(transactions.execute(_ -> closeOnce(id, finding, by)));
        refresh();
        return done;
    }

    private Closing closeOnce(long id, String finding, Person by) {
        Optional<Use> use = table.find(id);
        if (use.isEmpty()) {
            return Closing.GONE;
        }
        if (tookPart(use.get().said(), by)) {
            return Closing.TOOK_PART;
        }
        if (!table.close(id, finding, by.login(), now())) {
            return Closing.GONE;
        }
        if (use.get().endedAt() == null) {
            endIf(END_OF_TIME);
        }
        tell(BreakGlassAct.CLOSED);
        return Closing.DONE;
    }

    private static boolean tookPart(Said said, Person by) {
        return Stream.of(said.first(), said.second())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals(by.login().value())
                        || name.equals(by.displayName().strip().toLowerCase(Locale.ROOT)));
    }

    /** Ends a use whose time is over. Called again and again. */
    void upkeep() {
        transactions.executeWithoutResult(_ -> endIf(now()));
        refresh();
    }

    private void endIf(Instant endsBefore) {
        if (table.end(now(), endsBefore)) {
            account.shut();
            tell(BreakGlassAct.ENDED);
        }
    }

    /** Whoever signs out of the entry has done with it. */
    @Override
    public void happened(AccountEvent event) {
        if (event instanceof AccountEvent.SignedOut(LoginName login, String _) && login.equals(LOGIN)) {
            transactions.executeWithoutResult(_ -> endIf(END_OF_TIME));
            refresh();
        }
    }

    private void tell(BreakGlassAct act) {
        events.tell(new AccountEvent.BreakGlassStep(LOGIN, act));
    }

    private void refresh() {
        standing.set(table.standing());
    }

    private Instant now() {
        return Timestamps.millis(clock.instant());
    }
}
