package vn.lienthong.node.audit.internal.search;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.audit.EventId;

/** Private parts with their salts, for dossiers: with both, anybody can check the digest in the entry. */
@Component
public class PrivateParts {

    private final JdbcClient database;

    PrivateParts(JdbcClient database) {
        this.database = database;
    }

    /**
     * A private part.
     *
     * @param salt 32 octets
     * @param octets the JSON text
     */
    public record Part(Octets salt, Octets octets) {}

    /** The private part of an event; empty when there is none or it was erased. */
    public Optional<Part> of(EventId id) {
        return database.sql("select salt, octets from audit_private where event_id = ?")
                .param(id.octets())
                .query((row, _) -> new Part(Octets.of(row.getBytes(1)), Octets.of(row.getBytes(2))))
                .optional();
    }
}
