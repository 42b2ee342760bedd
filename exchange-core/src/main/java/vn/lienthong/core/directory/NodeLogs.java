package vn.lienthong.core.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What others need to verify the logs of a node and to ask it as a witness.
 *
 * @param logs its logs, one per purpose, in the order of their purposes, at most 2
 * @param witness its keys as a witness; null when it is none
 * @param url where its logs are served and it is asked as a witness, https without a slash at the end; null when only its
 *     exchange address does both
 */
public record NodeLogs(
        List<PublishedLog> logs,
        @Nullable PublishedWitness witness,
        @Nullable String url) {

    /** The most logs of a node. */
    public static final int MAX_LOGS = 2;

    /** Checks the order, and that something is said at all. */
    public NodeLogs {
        logs = List.copyOf(logs);
        List<LogPurpose> purposes = logs.stream().map(PublishedLog::purpose).toList();
        if (!purposes.equals(purposes.stream().distinct().sorted().toList())
                || logs.stream().map(PublishedLog::origin).distinct().count() != logs.size()) {
            throw new IllegalArgumentException("one log per purpose, in their order");
        }
        if (logs.isEmpty() && witness == null) {
            throw new IllegalArgumentException("neither a log nor a witness");
        }
        url = url == null ? null : ExchangeUrl.require(url);
    }

    /** Finds the log of a purpose. */
    public Optional<PublishedLog> log(LogPurpose purpose) {
        return logs.stream().filter(log -> log.purpose() == purpose).findFirst();
    }
}
