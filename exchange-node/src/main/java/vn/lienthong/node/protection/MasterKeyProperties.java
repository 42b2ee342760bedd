package vn.lienthong.node.protection;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key comes from: settings under {@code lienthong.master-key}. Without any of them a credential of systemd is taken when
 * there is one, and a file drawn in the data directory otherwise.
 *
 * @param file outside the data directory, mode 0400: 32 octets, or the same in hexadecimal or base64
 * @param credential name of the credential of systemd that holds the key, taken from {@code $CREDENTIALS_DIRECTORY}
 * @param credentialsDirectory where systemd lays the credentials of this service; it says so itself
 * @param keepRetired how long a data key is kept at least after another took its place
 * @param token a token that wraps the key; goes before all others
 */
@ConfigurationProperties("lienthong.master-key")
public record MasterKeyProperties(
        @Nullable Path file,
        @DefaultValue("lienthong-master-key") String credential,
        @DefaultValue("") String credentialsDirectory,
        @DefaultValue("24h") Duration keepRetired,
        @Nullable TokenPart token) {

    /**
     * A PKCS#11 token whose key wraps the master key.
     *
     * @param library the module of its maker
     * @param label of the token
     * @param slot its number, where the label does not tell; -1 for none
     * @param pinFile file with the PIN of the user, mode 0400
     * @param key label of the wrapping key, which is made at the first start
     */
    public record TokenPart(
            Path library,
            @DefaultValue("") String label,
            @DefaultValue("-1") long slot,
            Path pinFile,
            @DefaultValue("lienthong-master-key") String key) {}

    /** The settings of an installation that names no place. */
    public static MasterKeyProperties none() {
        return new MasterKeyProperties(null, "lienthong-master-key", "", Duration.ofHours(24), null);
    }
}
