package vn.lienthong.node.secret.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.secret.SecretTimes;

/** Terms of documents; declassified by two persons, of whom the second leads. */
@InNodeRole
@Component
class StoredSecretTimes implements SecretTimes {

    private static final int LONGEST_REASON = 400;

    private static final int SEARCHED = 1000;
    private static final int SHOWN = 200;

    private final ArrivedAccess access;
    private final ArrivedRows rows;
    private final Scope scope;
    private final ReadingDeeds deeds;
    private final Basics basics;

    StoredSecretTimes(ArrivedAccess access, ArrivedRows rows, Scope scope, ReadingDeeds deeds, Basics basics) {
        this.access = access;
        this.rows = rows;
        this.scope = scope;
        this.deeds = deeds;
        this.basics = basics;
    }

    @Override
    public SecretAnswer<Terms> terms(SecretCaller caller, SecretId id) {
        return Answers.of(() -> ArrivedAccess.terms(access.known(caller, id).arrived()));
    }

    @Override
    public SecretAnswer<List<Due>> due(SecretCaller caller, Duration within) {
        return Answers.of(() -> {
            LocalDate last = LocalDate.ofInstant(basics.now().plus(within), Statements.HANOI);
            return access.list(caller, SEARCHED).stream()
                    .filter(arrived -> arrived.confirmedBy() == null)
                    .map(arrived -> new Due(ArrivedAccess.line(arrived), day(arrived)))
                    .filter(due -> !due.on().isAfter(last))
                    .sorted(Comparator.comparing(Due::on))
                    .limit(SHOWN)
                    .toList();
        });
    }

    private static LocalDate day(Arrived arrived) {
        return Optional.ofNullable(arrived.declassifyOn())
                .filter(day -> day.isBefore(arrived.protectedUntil()))
                .orElse(arrived.protectedUntil());
    }

    @Override
    public SecretAnswer<Terms> propose(SecretCaller caller, SecretId id, String reason) {
        return Answers.of(() -> {
            Arrived arrived = access.known(caller, id).arrived();
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new HinderedException(Hindrance.REASON_NEEDED);
            }
            basics.transactions().executeWithoutResult(_ -> {
                if (!rows.propose(id, caller.login(), reason.strip())) {
                    throw new HinderedException(Hindrance.WRONG_STATE);
                }
                deeds.step(EventKind.SECRET_DECLASSIFY_ASK, arrived);
            });
            return terms(id);
        });
    }

    @Override
    public SecretAnswer<Terms> confirm(SecretCaller caller, SecretId id) {
        return Answers.of(() -> {
            Arrived arrived = access.known(caller, id).arrived();
            Scope.stepUp(caller);
            if (!scope.leads(caller)) {
                throw new HinderedException(Hindrance.HIDDEN);
            }
            if (caller.login().equals(arrived.proposedBy())) {
                throw new HinderedException(Hindrance.SAME_PERSON);
            }
            basics.transactions().executeWithoutResult(_ -> {
                if (!rows.confirm(id, caller.login(), basics.now())) {
                    throw new HinderedException(Hindrance.WRONG_STATE);
                }
                deeds.step(EventKind.SECRET_DECLASSIFY, arrived);
            });
            return terms(id);
        });
    }

    private Terms terms(SecretId id) {
        return rows.find(id).map(ArrivedAccess::terms).orElseThrow(() -> new HinderedException(Hindrance.HIDDEN));
    }
}
