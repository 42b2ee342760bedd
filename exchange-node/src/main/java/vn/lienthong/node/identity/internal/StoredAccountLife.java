package vn.lienthong.node.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvent.LifeAct;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.AccountLife;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;

/** Suspending, leaving and being forgotten, in the database. */
@Service
class StoredAccountLife implements AccountLife {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration WARNED = Duration.ofDays(7);
    private static final String DORMANT = "dormant";

    private final LifeTable table;
    private final AccountAdministration administration;
    private final AccountAdministrationTable accounts;
    private final AccountStore store;
    private final AccountEvents events;
    private final InstantSource clock;
    private final int dormantDays;

    StoredAccountLife(
            LifeTable table,
            AccountAdministration administration,
            AccountAdministrationTable accounts,
            AccountStore store,
            AccountEvents events,
            InstantSource clock,
            @Value("${lienthong.people.dormant-days:45}") int dormantDays) {
        this.table = table;
        this.administration = administration;
        this.accounts = accounts;
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.dormantDays = dormantDays;
    }

    @Override
    public Optional<Life> of(LoginName login) {
        return table.find(login, clock.instant());
    }

    @Override
    @Transactional
    public AccountStep suspend(LoginName login, String reason, Person by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason is needed");
        }
        AccountStep step = administration.disable(login, by);
        if (step instanceof AccountStep.Done) {
            table.suspended(login, reason.strip(), now());
            events.tell(new AccountEvent.LifeStep(login, LifeAct.SUSPENDED));
        }
        return step;
    }

    @Override
    @Transactional
    public AccountStep resume(LoginName login, Person by) {
        if (login.equals(by.login())) {
            return new AccountStep.OwnAccount();
        }
        AccountStep step = administration.enable(login);
        if (step instanceof AccountStep.Done) {
            table.resumed(login, now());
            events.tell(new AccountEvent.LifeStep(login, LifeAct.RESUMED));
        }
        return step;
    }

    @Override
    @Transactional
    public AccountStep leave(LoginName login, @Nullable LocalDate lastDay, Person by) {
        if (login.equals(by.login())) {
            return new AccountStep.OwnAccount();
        }
        if (lastDay != null && lastDay.isBefore(today())) {
            throw new IllegalArgumentException("the last day is over");
        }
        if (!table.leaves(login, lastDay)) {
            return new AccountStep.Nothing();
        }
        events.tell(new AccountEvent.LifeStep(login, lastDay == null ? LifeAct.STAYS : LifeAct.LEAVES));
        return new AccountStep.Done();
    }

    @Override
    public int dormantDays() {
        return dormantDays;
    }

    @Override
    @Transactional
    public void upkeep() {
        for (LoginName login : table.gone(today())) {
            if (shut(login)) {
                table.endRoles(login, now());
                events.tell(new AccountEvent.LifeStep(login, LifeAct.LEFT));
            }
        }
        if (dormantDays > 0) {
            dormancy(Duration.ofDays(dormantDays));
        }
    }

    private void dormancy(Duration allowed) {
        Instant warnFrom = now().minus(allowed).plus(WARNED);
        table.forgetWarnings(warnFrom);
        for (LoginName login : table.unused(warnFrom)) {
            table.warned(login, now());
            events.tell(new AccountEvent.LifeStep(login, LifeAct.WARNED));
        }
        for (LoginName login : table.stillUnused(now().minus(allowed), now().minus(WARNED))) {
            if (shut(login)) {
                table.suspended(login, DORMANT, now());
                events.tell(new AccountEvent.LifeStep(login, LifeAct.DORMANT));
            }
        }
    }

    /** Shuts an account unless nobody else administers accounts. */
    private boolean shut(LoginName login) {
        Set<LoginName> administrators = accounts.lockAdministrators();
        boolean last = administrators.size() == 1 && administrators.contains(login);
        return !last && store.disable(login);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private Instant now() {
        return Timestamps.millis(clock.instant());
    }
}
