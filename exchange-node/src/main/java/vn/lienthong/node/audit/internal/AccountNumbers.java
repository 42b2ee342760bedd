package vn.lienthong.node.audit.internal;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.identity.Person;

/**
 * The numbers by which the log names accounts, as login names are personal. An account keeps its number for ever, so it is asked
 * for once.
 */
@Component
public class AccountNumbers {

    private static final int MOST = 50_000;

    private final JdbcClient database;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    AccountNumbers(JdbcClient database) {
        this.database = database;
    }

    /** The number of the account with this login name; empty when there is none. */
    public OptionalLong of(String login) {
        Long number = known.get(login);
        if (number != null) {
            return OptionalLong.of(number);
        }
        OptionalLong found =
                database.sql("select id from account where login = ?").param(login).query(Long.class).list().stream()
                        .mapToLong(Long::longValue)
                        .findFirst();
        // A number that belongs to an open transaction may never come to be.
        boolean settled = !TransactionSynchronizationManager.isActualTransactionActive();
        if (found.isPresent() && settled && known.size() < MOST) {
            known.put(login, found.getAsLong());
        }
        return found;
    }

    Actor actor(Person person) {
        String login = person.login().value();
        String roles = person.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        @Nullable
        String agency = person.agencies().size() == 1
                ? person.agencies().iterator().next().value()
                : null;
        OptionalLong number = of(login);
        return number.isPresent()
                ? Actor.account(number.getAsLong(), roles, agency, login)
                : new Actor(Actor.Kind.ACCOUNT, "-", roles, agency, login);
    }
}
