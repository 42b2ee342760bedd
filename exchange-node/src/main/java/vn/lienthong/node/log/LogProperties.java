package vn.lienthong.node.log;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.log}.
 *
 * @param gathering what comes within this time goes into one checkpoint
 * @param witnessing least time between two rounds of asking the witnesses
 * @param witnessTimeout how long a witness may take to answer
 * @param patience how long after a start it is no alarm yet that no witness has answered
 * @param witnessedLogs file that names the logs which this node witnesses besides those that the directory lists: one vkey a
 *     line; {@code log/witnessed} in the data directory unless set
 * @param stamping least time between two time-stamps over checkpoints
 * @param confirmedSize the way out when no witness can confirm the log after a restart: the exact size that the operator has
 *     compared himself; of no effect for any other size
 * @param epoch the epoch of the log of events; the one behind that of today closes the log of today for good and begins a new one.
 *     0 leaves it as it is
 */
@ConfigurationProperties("lienthong.log")
public record LogProperties(
        @DefaultValue("100ms") Duration gathering,
        @DefaultValue("500ms") Duration witnessing,
        @DefaultValue("5s") Duration witnessTimeout,
        @DefaultValue("30s") Duration patience,
        @Nullable Path witnessedLogs,
        @DefaultValue("1m") Duration stamping,
        @DefaultValue("-1") long confirmedSize,
        @DefaultValue("0") int epoch) {}
