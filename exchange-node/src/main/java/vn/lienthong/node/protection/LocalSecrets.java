package vn.lienthong.node.protection;

import java.io.IOException;
import java.util.Optional;
import vn.lienthong.node.platform.Secret;

/**
 * Secrets that lie in files of the data directory, sealed under a data key there.
 *
 * <p>Guarantees: a file is complete or absent; a secret that an older version of the program left readable is sealed at the first reading,
 * and its readable file is removed only when the sealed one is durable and opens.
 */
public interface LocalSecrets {

    /**
     * The secret of that name; drawn at random when there is none.
     *
     * @param name of the file below the data directory, for example {@code secrets/webhook-key}
     * @param octets how many are drawn; they become base64url text without padding
     * @throws IOException if it cannot be read or kept
     */
    Secret readOrDraw(String name, int octets) throws IOException;

    /**
     * The secret of that name; empty when there is none.
     *
     * @throws IOException if it cannot be read or sealed
     */
    Optional<Secret> read(String name) throws IOException;
}
