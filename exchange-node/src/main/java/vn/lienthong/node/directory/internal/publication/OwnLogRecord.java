package vn.lienthong.node.directory.internal.publication;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.PublishedWitness;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.directory.internal.DirectoryProperties;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.log.LogIdentity;
import vn.lienthong.node.log.LogName;

/** What this installation says about its logs. */
public final class OwnLogRecord {

    private final LogIdentity identity;
    private final DirectoryProperties properties;
    private final ListenerPorts ports;

    /** Knows the keys, the settings and the ports of this installation. */
    public OwnLogRecord(LogIdentity identity, DirectoryProperties properties, ListenerPorts ports) {
        this.identity = identity;
        this.properties = properties;
        this.ports = ports;
    }

    /** The logs of a node; empty as long as its ports are not open. */
    public Optional<NodeLogs> ofNode() {
        return ports.api() == 0 ? Optional.empty() : Optional.of(record(List.of(events())));
    }

    /** The logs of the central directory; to be asked for when its ports are open. */
    public NodeLogs ofDirectory() {
        return record(List.of(events(), log(LogPurpose.DIRECTORY, identity.logKeys(LogName.DIRECTORY))));
    }

    private NodeLogs record(List<PublishedLog> logs) {
        PublishedWitness witness = new PublishedWitness(keys(identity.witnessKeys()), properties.witness());
        return new NodeLogs(logs, witness, url());
    }

    /** As set, else the public port on the host of the exchange address, else on this machine. */
    private String url() {
        URI exchange = properties.exchangeUrl();
        String host = exchange == null ? "localhost" : exchange.getHost();
        return Optional.ofNullable(properties.publicUrl())
                .map(URI::toString)
                .orElseGet(() -> "https://" + host + ":" + ports.api());
    }

    private PublishedLog events() {
        return log(LogPurpose.EVENTS, identity.logKeys(LogName.EVENTS));
    }

    private static PublishedLog log(LogPurpose purpose, List<VerifierKey> keys) {
        return new PublishedLog(purpose, keys.getFirst().name(), keys(keys));
    }

    private static List<LogKey> keys(List<VerifierKey> keys) {
        return keys.stream().map(key -> new LogKey(key.text())).toList();
    }
}
