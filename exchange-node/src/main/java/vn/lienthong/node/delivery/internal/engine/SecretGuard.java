package vn.lienthong.node.delivery.internal.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.delivery.internal.rows.ColumnCodes;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** Keeps secrets back whose way was approved when they were accepted and is not any more. Asks nothing about ordinary suites. */
@InNodeRole
@Component
class SecretGuard {

    private static final SuiteId USUAL = new SuiteId("LT-1");

    private final JdbcClient database;
    private final DirectoryView directory;
    private final SecretZone zone;

    SecretGuard(JdbcClient database, DirectoryView directory, SecretZone zone) {
        this.database = database;
        this.directory = directory;
        this.zone = zone;
    }

    /** Those of the shipments to a node that must not leave. */
    Set<ClaimedShipment> barred(NodeId target, Collection<ClaimedShipment> batch, Instant now) {
        Map<UUID, ClaimedShipment> candidates = batch.stream()
                .filter(shipment -> !shipment.head().header().suite().equals(USUAL))
                .collect(Collectors.toMap(shipment -> shipment.parcelId().value(), Function.identity()));
        if (candidates.isEmpty()) {
            return Set.of();
        }
        Secrecy theirs = directory
                .current()
                .node(target)
                .filter(entry -> entry.takesPartAt(now))
                .map(NodeEntry::node)
                .map(node -> node.approvedFor())
                .orElse(Secrecy.ORDINARY);
        Secrecy ours = zone.own();
        List<UUID> barred = database.sql(
                        "select parcel_id from outbound_parcel where parcel_id in (:ids) and secrecy > :most")
                .param("ids", candidates.keySet().stream().map(Columns::octets).toList())
                .param("most", Math.min(ColumnCodes.of(theirs), ColumnCodes.of(ours)))
                .query((row, _) -> Columns.uuid(row.getBytes(1)))
                .list();
        return barred.stream()
                .flatMap(id -> java.util.stream.Stream.ofNullable(candidates.get(id)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
