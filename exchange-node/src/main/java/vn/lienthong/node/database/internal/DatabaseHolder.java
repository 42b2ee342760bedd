package vn.lienthong.node.database.internal;

import java.util.Optional;
import vn.lienthong.node.database.DatabaseConnection;

/**
 * The database of this installation and, when it is the embedded one, its server.
 *
 * @param connection how to log in
 * @param server the embedded server
 */
record DatabaseHolder(DatabaseConnection connection, Optional<EmbeddedServer> server) implements AutoCloseable {

    static DatabaseHolder of(EmbeddedServer server) {
        return new DatabaseHolder(server.connection(), Optional.of(server));
    }

    /** In plain words, for the operator. */
    String description() {
        return server.map(own -> "embedded database ready (" + own.program() + ")")
                .orElse("external database");
    }

    @Override
    public void close() {
        server.ifPresent(EmbeddedServer::close);
    }
}
