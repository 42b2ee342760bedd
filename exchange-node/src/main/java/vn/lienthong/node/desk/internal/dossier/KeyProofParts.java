package vn.lienthong.node.desk.internal.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.NoteSignature;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.node.client.proof.KeyProofs;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.directory.DirectoryProofs;
import vn.lienthong.node.directory.DirectoryProofs.KeyProof;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Proofs from the directory's log of everything by which a dossier is judged: the signing certificates of nodes and agencies, the
 * keys of logs and witnesses, and whom the witnesses stand for. With them nobody needs the whole directory.
 */
@InNodeRole
@Component
class KeyProofParts {

    private static final Logger LOG = LoggerFactory.getLogger(KeyProofParts.class);

    private final DirectoryProofs proofs;
    private final DirectoryView directory;

    KeyProofParts(DirectoryProofs proofs, DirectoryView directory) {
        this.proofs = proofs;
        this.directory = directory;
    }

    /**
     * The proofs, by name; none as long as no checkpoint of the directory is known that covers all of them.
     *
     * @param sealer the agency that will seal the dossier; null when none does
     * @param files what lies in it already, with the anchor
     */
    Map<String, byte[]> of(
            List<StoredEvidence> evidence,
            Collection<Receipt> receipts,
            @Nullable AgencyCode sealer,
            Map<String, byte[]> files) {
        Optional<Octets> checkpoint = proofs.checkpoint();
        Optional<Octets> logKeys = proofs.ownLogKeys();
        if (checkpoint.isEmpty() || logKeys.isEmpty()) {
            return Map.of();
        }
        try {
            SignedNote note = SignedNote.parse(checkpoint.get().toByteArray());
            Gathering gathering =
                    new Gathering(note, Checkpoint.parse(note.text()).size());
            gathering.gather(evidence, receipts, sealer);
            Map<String, byte[]> parts = gathering.parts();
            parts.put(ProofFiles.LOG_KEYS, logKeys.get().toByteArray());
            Map<String, byte[]> together = new LinkedHashMap<>(files);
            together.putAll(parts);
            Optional<String> fault = KeyProofs.fault(together);
            fault.ifPresent(why -> LOG.warn("key proofs are left out of a dossier: {}", why));
            return fault.isEmpty() ? parts : Map.of();
        } catch (LogFormatException e) {
            throw new IllegalStateException("the checkpoint of the directory that was kept does not read", e);
        }
    }

    /** Whose keys are needed, found in the state of the moment. */
    private final class Gathering {

        private final SignedNote note;
        private final long size;
        private final DirectorySnapshot snapshot = directory.current();
        private final SequencedMap<Long, KeyProof> found = new LinkedHashMap<>();

        Gathering(SignedNote note, long size) {
            this.note = note;
            this.size = size;
        }

        void gather(List<StoredEvidence> evidence, Collection<Receipt> receipts, @Nullable AgencyCode sealer)
                throws LogFormatException {
            for (StoredEvidence stored : evidence) {
                certificate(stored.evidence().issuer().certificate());
                node(stored.evidence().issuer().node());
                agency(stored.evidence().subject().sender(), stored);
            }
            if (sealer != null && !evidence.isEmpty()) {
                agency(sealer, evidence.getLast());
            }
            Set<String> signers = new TreeSet<>();
            for (Receipt receipt : receipts) {
                LogReceipt.parse(receipt.logProof().toByteArray()).note().signatures().stream()
                        .map(NoteSignature::keyName)
                        .forEach(signers::add);
            }
            Set<NodeId> witnesses = new HashSet<>();
            for (String name : signers) {
                snapshot.nodeByLogName(name)
                        .ifPresent(entry -> witnesses.add(entry.node().id()));
            }
            witnesses.forEach(this::node);
            speakers(witnesses)
                    .values()
                    .forEach(entry -> add(proofs.agency(entry.agency().id(), size)));
        }

        /** A witness speaks for the bloc of most agencies of its node: one of them shows it. */
        private Map<NodeId, AgencyEntry> speakers(Set<NodeId> witnesses) {
            Map<NodeId, Map<Bloc, List<AgencyEntry>>> served = new HashMap<>();
            snapshot.forEachAgency(entry -> {
                if (witnesses.contains(entry.node())) {
                    served.computeIfAbsent(entry.node(), _ -> new EnumMap<>(Bloc.class))
                            .computeIfAbsent(entry.agency().bloc(), _ -> new ArrayList<>())
                            .add(entry);
                }
            });
            Map<NodeId, AgencyEntry> speakers = new HashMap<>();
            served.forEach((node, ofBlocs) -> ofBlocs.values().stream()
                    .max(Comparator.comparingInt(List::size))
                    .ifPresent(most -> speakers.put(node, most.getFirst())));
            return speakers;
        }

        private void node(NodeId id) {
            snapshot.node(id).map(NodeEntry::signingFingerprint).ifPresent(this::certificate);
            proofs.logs(id, size).forEach(this::add);
        }

        private void agency(AgencyCode code, StoredEvidence at) {
            snapshot.agency(code, at.evidence().time()).ifPresent(this::agency);
        }

        private void agency(AgencyEntry entry) {
            node(entry.node());
            add(proofs.agency(entry.agency().id(), size));
            for (AgencyKeys keys : entry.keys()) {
                certificate(keys.classical().fingerprint());
            }
        }

        private void certificate(Sha256 fingerprint) {
            add(proofs.certificate(fingerprint, size));
        }

        private void add(Optional<KeyProof> proof) {
            proof.ifPresent(this::add);
        }

        private void add(KeyProof proof) {
            found.putIfAbsent(proof.index(), proof);
        }

        Map<String, byte[]> parts() throws LogFormatException {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            int number = 0;
            for (KeyProof proof : found.values()) {
                number++;
                String stem = String.format(Locale.ROOT, "%s%03d", ProofFiles.KEY_PROOFS, number);
                parts.put(stem + ProofFiles.CHANGE, proof.change().toByteArray());
                parts.put(stem + ".entry", proof.entry().toByteArray());
                parts.put(stem + ".tlog-proof", receipt(proof));
            }
            return parts;
        }

        private byte[] receipt(KeyProof proof) throws LogFormatException {
            List<MerkleHash> path = proof.path().stream()
                    .map(hash -> MerkleHash.of(hash.bytes()))
                    .toList();
            return LogReceipt.of(new InclusionProof(proof.index(), proof.size(), path), new byte[0], note)
                    .encode();
        }
    }
}
