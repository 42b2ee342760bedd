package vn.lienthong.node.edxml.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.platform.InNodeRole;

/** Runs work in one transaction, again when the database broke it off for the sake of another one. The work must be repeatable. */
@InNodeRole
@Component
class RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);
    private static final int ATTEMPTS = 5;

    private final TransactionTemplate template;

    RepeatedWork(TransactionTemplate template) {
        this.template = template;
    }

    <T> T inOne(Supplier<T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return Objects.requireNonNull(template.execute(_ -> work.get()));
            } catch (PessimisticLockingFailureException e) {
                // Deadlock or lock wait: the database has undone everything, so the same work may simply be done again.
                LOG.debug("transaction broken off, attempt {}", attempt, e);
            }
        }
        return Objects.requireNonNull(template.execute(_ -> work.get()));
    }
}
