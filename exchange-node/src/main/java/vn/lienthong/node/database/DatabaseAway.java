package vn.lienthong.node.database;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that cannot be reached, which comes back, from a defect, which does not go away. */
public final class DatabaseAway {

    private static final int DEEPEST = 16;

    private DatabaseAway() {}

    /** Whether the request failed because there was no connection, or because it broke. */
    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLRecoverableException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
