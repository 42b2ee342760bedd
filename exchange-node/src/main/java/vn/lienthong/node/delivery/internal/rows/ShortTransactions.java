package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Runs work in one transaction, again when the database broke it off for the sake of another one.
 *
 * <p>Guarantees: whatever the database refuses comes out as {@link DataAccessException}. The work must be repeatable.
 */
@Component
@InNodeRole
public class ShortTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(ShortTransactions.class);
    private static final int ATTEMPTS = 4;

    private final TransactionTemplate template;

    /** Uses the application's transactions. */
    public ShortTransactions(TransactionTemplate template) {
        this.template = template;
    }

    /** Returns what the work returns, after the commit. */
    public <T> T call(Supplier<T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return once(work);
            } catch (PessimisticLockingFailureException e) {
                // Deadlock or lock wait: the database has undone everything, so the same work may simply be done again.
                LOG.debug("transaction broken off, attempt {}", attempt, e);
            }
        }
        return once(work);
    }

    /** Does the work and commits. */
    public void run(Runnable work) {
        Boolean done = call(() -> {
            work.run();
            return Boolean.TRUE;
        });
        LOG.trace("committed: {}", done);
    }

    private <T> T once(Supplier<T> work) {
        try {
            return java.util.Objects.requireNonNull(template.execute(_ -> work.get()));
        } catch (PersistenceException e) {
            DataAccessException translated = EntityManagerFactoryUtils.convertJpaAccessExceptionIfPossible(e);
            throw translated == null ? e : translated;
        }
    }
}
