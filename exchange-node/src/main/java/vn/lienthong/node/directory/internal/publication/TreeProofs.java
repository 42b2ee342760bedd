package vn.lienthong.node.directory.internal.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.DirectoryEntries;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.directory.DirectoryProofs;
import vn.lienthong.node.directory.internal.publication.SubjectTable.Subject;

/** Proofs from the tree that follows from the stored publications. */
public final class TreeProofs implements DirectoryProofs {

    private static final Logger LOG = LoggerFactory.getLogger(TreeProofs.class);

    private static final int MOST_LOGS = 8;
    private static final NodeId DIRECTORY = new NodeId("directory");

    private final CopyStore store;
    private final DirectoryCopy copy;

    /** Proves from this copy. */
    public TreeProofs(CopyStore store, DirectoryCopy copy) {
        this.store = store;
        this.copy = copy;
    }

    @Override
    public Optional<KeyProof> certificate(Sha256 fingerprint, long size) {
        OptionalLong sequence = store.table().listing(fingerprint);
        if (sequence.isEmpty() || size > copy.tree().size()) {
            return Optional.empty();
        }
        SignedPublication signed =
                store.table().after(sequence.getAsLong() - 1, 1).getFirst();
        Publication publication = CopyStore.read(signed.octets());
        long start = start(publication.sequence());
        for (int i = 0; i < publication.changes().size(); i++) {
            boolean lists = ListedCertificates.of(publication.changes().get(i))
                    .anyMatch(listed -> listed.der().sha256().equals(fingerprint));
            if (lists) {
                return start + i < size ? proof(publication, signed.sha256(), i, start + i, size) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public List<KeyProof> logs(NodeId node, long size) {
        return about(Subject.LOGS, node.value(), size, MOST_LOGS);
    }

    @Override
    public Optional<KeyProof> agency(AgencyId agency, long size) {
        return about(Subject.AGENCY, agency.toString(), size, 1).stream().findFirst();
    }

    @Override
    public Optional<Octets> ownLogKeys() {
        return store.subjects().about(Subject.LOGS, DIRECTORY.value()).stream()
                .findFirst()
                .map(place -> store.table().after(place.sequence() - 1, 1))
                .map(signed ->
                        Octets.of(WireFormats.PUBLICATION_PAGE.encode(new PublicationPage(copy.sequence(), signed))));
    }

    private List<KeyProof> about(Subject kind, String subject, long size, int most) {
        if (size > copy.tree().size()) {
            return List.of();
        }
        List<KeyProof> proofs = new ArrayList<>();
        for (SubjectTable.Place place : store.subjects().about(kind, subject)) {
            long index = start(place.sequence()) + place.change();
            if (index < size && proofs.size() < most) {
                SignedPublication signed =
                        store.table().after(place.sequence() - 1, 1).getFirst();
                proof(CopyStore.read(signed.octets()), signed.sha256(), place.change(), index, size)
                        .ifPresent(proofs::add);
            }
        }
        return proofs;
    }

    private long start(long sequence) {
        return store.table()
                .headAt(sequence - 1)
                .map(TreeHead::size)
                .orElseThrow(() -> new IllegalStateException("a publication has no tree"));
    }

    private Optional<KeyProof> proof(Publication publication, Sha256 digest, int number, long index, long size) {
        try {
            DirectoryChange change = publication.changes().get(number);
            InclusionProof proof = store.tree().inclusion(index, size);
            List<Sha256> path = proof.path().stream()
                    .map(hash -> Sha256.fromBytes(hash.toByteArray()))
                    .toList();
            return Optional.of(new KeyProof(
                    Octets.of(DirectoryEntries.octets(change)),
                    Octets.of(CopyStore.entries(publication, digest).get(number)),
                    index,
                    size,
                    store.tree().root(size),
                    path));
        } catch (IOException e) {
            LOG.error("the tree of the directory's log is damaged: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public Optional<Octets> checkpoint() {
        return Optional.ofNullable(store.standing().compared().note())
                .map(note -> Octets.of(note.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<Sha256> root(long size) {
        if (size < 0 || size > copy.tree().size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(store.tree().root(size));
        } catch (IOException e) {
            LOG.error("the tree of the directory's log is damaged: {}", e.toString());
            return Optional.empty();
        }
    }
}
