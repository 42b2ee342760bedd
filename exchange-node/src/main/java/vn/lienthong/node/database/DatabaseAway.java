package vn.lienthong.node.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached, which comes back, from a defect, which does not go away. */
public final class DatabaseAway {

    private static final int DEEPEST = 16;

    /** Class 08 of SQLSTATE: connection exceptions. */
    private static final String CONNECTION_STATES = "08";

    private DatabaseAway() {}

    /** Whether the request failed because there was no connection, or because it broke. */
    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (tells(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** A transaction that cannot even be rolled back hides why; it is always the connection. */
    private static boolean tells(Throwable cause) {
        return cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof TransactionException
                || (cause instanceof SQLException known && isConnectionState(known.getSQLState()));
    }

    private static boolean isConnectionState(@Nullable String state) {
        return state != null && state.startsWith(CONNECTION_STATES);
    }
}
