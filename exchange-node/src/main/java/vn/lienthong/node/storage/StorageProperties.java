package vn.lienthong.node.storage;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code lienthong.storage}.
 *
 * @param directory of the payloads; in the data directory unless set
 * @param quota upper limit of all payloads together
 * @param diskReserve what must stay free on the disk for the database and the logs
 * @param grace how long a payload that the database does not know is kept
 */
@ConfigurationProperties("lienthong.storage")
public record StorageProperties(
        @Nullable Path directory,
        @DefaultValue("1TB") DataSize quota,
        @DefaultValue("1GB") DataSize diskReserve,
        @DefaultValue("24h") Duration grace) {}
