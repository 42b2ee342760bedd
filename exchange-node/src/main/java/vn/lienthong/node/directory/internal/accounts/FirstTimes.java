package vn.lienthong.node.directory.internal.accounts;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.database.Columns;

/** Things that are done once in the life of an installation: whether they were, in the table {@code first_account}. */
public final class FirstTimes {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /** Works on the table. */
    public FirstTimes(JdbcClient database, TransactionTemplate transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does it in one transaction, unless it was done before; what fails may be tried again. */
    void once(String subject, Runnable work) {
        transaction.executeWithoutResult(status -> {
            if (claim(subject)) {
                work.run();
            }
        });
    }

    private boolean claim(String subject) {
        return database.sql("insert ignore into first_account (subject, created_at) values (?, ?)")
                        .params(subject, Columns.of(clock.instant()))
                        .update()
                == 1;
    }
}
