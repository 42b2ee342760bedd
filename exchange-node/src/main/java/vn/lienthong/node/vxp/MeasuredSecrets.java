package vn.lienthong.node.vxp;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.vxp.internal.SecretSeal;

/** Writes gateway secrets straight into the tables of a running node whose data directory is at hand, to measure it. */
public final class MeasuredSecrets {

    private MeasuredSecrets() {}

    /**
     * Makes a secret for each system.
     *
     * @param data the node's data directory, whose master key was drawn in it
     * @param tables to the node's database
     * @param agencies codes; each is also the name of its system
     * @return the secrets by code
     * @throws IOException when the keys cannot be read
     * @throws SQLException when the tables cannot be written
     */
    public static Map<String, Secret> write(Path data, Connection tables, List<String> agencies, Instant now)
            throws IOException, SQLException {
        SecureRandom random = new SecureRandom();
        SecretSeal seal = new SecretSeal(KeyVault.at(data, random), random);
        TimeOrderedIds ids = new TimeOrderedIds(() -> now, random);
        Map<String, Secret> secrets = new LinkedHashMap<>();
        try (PreparedStatement insert = tables.prepareStatement(
                "insert into vxp_secret (secret_id, system_id, agency, sealed, networks, created_by, created_at,"
                        + " expires_at) values (?, ?, ?, ?, '', 'bench', ?, ?)")) {
            for (String agency : agencies) {
                var id = ids.next();
                Secret secret = seal.fresh();
                insert.setBytes(1, Columns.octets(id));
                insert.setString(2, agency);
                insert.setString(3, agency);
                insert.setBytes(4, seal.seal(id, secret));
                insert.setObject(5, Columns.of(now));
                insert.setObject(6, Columns.of(now.plus(Duration.ofDays(1))));
                int _ = insert.executeUpdate();
                secrets.put(agency, secret);
            }
        }
        return secrets;
    }
}
