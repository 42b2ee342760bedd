package vn.lienthong.node.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code lienthong.database}. Without a URL the program starts its own server in the data directory.
 *
 * @param url JDBC URL of an external MariaDB, {@code jdbc:mariadb:…}
 * @param user who logs in to the external server
 * @param passwordFile file with that user's password, mode 0400
 * @param binaries directory with {@code bin/mariadbd} and {@code share}, for machines without an installed server
 * @param preferBundled true to use {@code binaries} also where a server is installed
 * @param bufferPool memory that the embedded server keeps pages in
 * @param connections upper limit of the connection pool
 */
@ConfigurationProperties("lienthong.database")
public record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("lienthong") String user,
        @Nullable Path passwordFile,
        @Nullable Path binaries,
        @DefaultValue("false") boolean preferBundled,
        @DefaultValue("96MB") DataSize bufferPool,
        @DefaultValue("24") int connections) {}
