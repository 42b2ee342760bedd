package vn.lienthong.node.delivery.internal.engine;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.evidence.DirectoryHead;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.evidence.IssuerRegister;
import vn.lienthong.node.platform.InNodeRole;

/** Signing certificates of nodes as the directory lists them now or listed them before. */
@InNodeRole
@Component
class ListedIssuers implements IssuerRegister {

    private final DirectoryView directory;
    private final InstantSource clock;

    ListedIssuers(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<DirectoryHead> head() {
        return directory.head();
    }

    @Override
    public Optional<X509Certificate> signingCertificate(NodeId node, Sha256 fingerprint) {
        DirectorySnapshot snapshot = directory.current();
        boolean listed = snapshot.node(node)
                .filter(entry -> entry.hasSignedWith(fingerprint))
                .isPresent();
        if (!listed || snapshot.isRevoked(fingerprint, clock.instant())) {
            return Optional.empty();
        }
        return directory.certificate(fingerprint);
    }
}
