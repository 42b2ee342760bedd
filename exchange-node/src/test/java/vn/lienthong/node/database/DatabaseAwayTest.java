package vn.lienthong.node.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.springframework.orm.jpa.JpaSystemException;

class DatabaseAwayTest {

    @Test
    void knowsAConnectionThatBroke() {
        assertThat(DatabaseAway.caused(new SQLNonTransientConnectionException()))
                .isTrue();
        assertThat(DatabaseAway.caused(new IllegalStateException(new SQLException("Socket error", "08000"))))
                .isTrue();
        BatchUpdateException batch = new BatchUpdateException("Socket error", "08000", -1, new int[0]);
        assertThat(DatabaseAway.caused(batch)).isTrue();
    }

    @Test
    void knowsATransactionThatCouldNotEvenBeRolledBack() {
        SQLException closed = new SQLException("Connection is closed");
        assertThat(DatabaseAway.caused(new JpaSystemException(new TransactionException("Unable to rollback", closed))))
                .isTrue();
    }

    @Test
    void takesOtherFailuresForDefects() {
        assertThat(DatabaseAway.caused(new SQLException("no such table", "42S02")))
                .isFalse();
        assertThat(DatabaseAway.caused(new SQLTransactionRollbackException("deadlock", "40001")))
                .isFalse();
        assertThat(DatabaseAway.caused(new IllegalStateException())).isFalse();
        assertThat(DatabaseAway.caused(new SQLException("Connection is closed")))
                .isFalse();
    }
}
