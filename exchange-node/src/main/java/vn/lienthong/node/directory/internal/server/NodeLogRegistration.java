package vn.lienthong.node.directory.internal.server;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.directory.internal.server.PublicationLog.Draft;
import vn.lienthong.node.gateway.ProblemException;

/** Publishes what nodes say about their logs. */
final class NodeLogRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLogRegistration.class);

    private final PublicationLog log;

    NodeLogRegistration(PublicationLog log) {
        this.log = log;
    }

    /**
     * Lists the logs of the calling node; what is listed already changes nothing.
     *
     * @return the publication that lists them, or a later one
     * @throws ProblemException if a log or witness is not named after the node, or the name belongs to another
     */
    long register(NodeId caller, NodeLogs wanted) {
        if (wanted.log(LogPurpose.DIRECTORY).isPresent()
                || names(wanted).anyMatch(name -> !isNamedAfter(name, caller))) {
            LOG.warn("node {} offered a log or witness under a foreign name", caller);
            throw new ProblemException(ErrorCode.DIRECTORY_KEY_REFUSED);
        }
        return list(caller, wanted);
    }

    /** Lists the logs of the directory itself. */
    long list(NodeId node, NodeLogs wanted) {
        return log.append((current, now) -> {
            var entry = current.node(node)
                    .filter(known -> !known.isRevokedAt(now))
                    .orElseThrow(() -> new ProblemException(ErrorCode.NODE_NOT_AUTHENTICATED));
            boolean listed = wanted.equals(entry.logs());
            return new Draft<>(listed ? List.of() : List.of(new NodeLogsPut(node, wanted)), sequence -> sequence);
        });
    }

    /** Somebody who could take another's name could keep him from being listed. */
    private static boolean isNamedAfter(String name, NodeId node) {
        return Arrays.asList(name.split("/", -1)).contains(node.value());
    }

    private static Stream<String> names(NodeLogs logs) {
        Stream<String> origins = logs.logs().stream().map(PublishedLog::origin);
        return logs.witness() == null
                ? origins
                : Stream.concat(origins, Stream.of(logs.witness().name()));
    }
}
