package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.AgencyKeyLife;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.watch.KeyQuarantine;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;

/** The life of keys at a node. */
final class NodeKeyLife implements AgencyKeyLife {

    private final DirectoryView directory;
    private final AgencyKeyStore store;
    private final AgencyKeyKeeper keeper;
    private final KeyRotation rotation;
    private final KeyAdmission admission;
    private final KeyQuarantine quarantine;
    private final InstantSource clock;

    NodeKeyLife(
            DirectoryView directory,
            AgencyKeyStore store,
            AgencyKeyKeeper keeper,
            KeyRotation rotation,
            KeyAdmission admission,
            KeyQuarantine quarantine,
            InstantSource clock) {
        this.directory = directory;
        this.store = store;
        this.keeper = keeper;
        this.rotation = rotation;
        this.admission = admission;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    @Override
    public Set<String> parts() {
        return rotation.all();
    }

    @Override
    public Optional<Standing> standing(AgencyId agency) {
        return directory.hostedHere().contains(agency) ? Optional.of(shown(agency)) : Optional.empty();
    }

    private Standing shown(AgencyId agency) {
        List<AgencyKeySet> sets = store.epochs(agency);
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            AgencyKeySet set = sets.get(i);
            epochs.add(new Epoch(
                    set.epoch(),
                    set.since(),
                    i == 0 ? null : rotation.keptUntil(sets.get(i - 1)),
                    set.parts().map(part -> key(part.getKey(), part.getValue())).toList()));
        }
        return new Standing(epochs, isPending(agency));
    }

    private boolean isPending(AgencyId agency) {
        try {
            return store.pending(agency).isPresent();
        } catch (IOException unreadable) {
            return true;
        }
    }

    private Key key(String part, SigningKey key) {
        X509Certificate certificate = key.certificate();
        Sha256 fingerprint = Sha256.of(Certificates.encode(certificate));
        return new Key(
                part,
                certificate.getPublicKey().getAlgorithm(),
                fingerprint,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                directory.current().isRevoked(fingerprint, clock.instant()));
    }

    @Override
    public boolean replace(AgencyId agency, Set<String> parts) throws IOException {
        if (parts.isEmpty() || !parts().containsAll(parts)) {
            throw new IllegalArgumentException("an agency has no such keys");
        }
        return directory.hostedHere().contains(agency) && keeper.replace(agency, parts);
    }

    @Override
    public Destruction destroy(AgencyId agency, long epoch) throws IOException {
        return keeper.destroy(agency, epoch);
    }

    @Override
    public void revoke(AgencyId agency, Sha256 certificate, String reason) throws IOException, InterruptedException {
        admission.revoke(agency, certificate, reason);
    }

    @Override
    public List<HeldBack> heldBack() {
        return quarantine.held().stream()
                .map(key -> new HeldBack(key.agency(), key.epoch(), key.suite(), key.fingerprint(), key.seenAt()))
                .toList();
    }

    @Override
    public boolean trust(AgencyId agency, long epoch, String by) {
        return quarantine.release(agency, epoch, by);
    }
}
