package vn.lienthong.node.delivery.internal.secret;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.protection.MasterKeyState;

/** Reads the approvals of nodes in the verified copy of the directory, each time anew: what was lowered is lower at once. */
@Component
@InNodeRole
class NodeSecretZone implements SecretZone {

    private final DirectoryView directory;
    private final NodeKeys node;
    private final ObjectProvider<MasterKeyState> masterKey;
    private final InstantSource clock;

    NodeSecretZone(
            DirectoryView directory, NodeKeys node, ObjectProvider<MasterKeyState> masterKey, InstantSource clock) {
        this.directory = directory;
        this.node = node;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    @Override
    public Secrecy own() {
        return isKeyOutside() ? approved() : Secrecy.ORDINARY;
    }

    private boolean isKeyOutside() {
        MasterKeyState state = masterKey.getIfAvailable();
        return state != null && state.outsideDataDirectory();
    }

    private Secrecy approved() {
        return approval(directory.current(), node.nodeId(), clock.instant());
    }

    @Override
    public Optional<Secrecy> of(AgencyCode agency) {
        Instant now = clock.instant();
        DirectorySnapshot snapshot = directory.current();
        return snapshot.agency(agency, now).map(AgencyEntry::node).map(serving -> approval(snapshot, serving, now));
    }

    private static Secrecy approval(DirectorySnapshot snapshot, NodeId node, Instant now) {
        return snapshot.node(node)
                .filter(entry -> entry.takesPartAt(now))
                .map(NodeEntry::node)
                .map(put -> put.approvedFor())
                .orElse(Secrecy.ORDINARY);
    }

    @Override
    public Optional<String> whyOff() {
        if (!approved().isStateSecret()) {
            return Optional.of(NOT_APPROVED);
        }
        return isKeyOutside() ? Optional.empty() : Optional.of(MASTER_KEY_INSIDE);
    }
}
