package vn.lienthong.node.client.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryLogEntry;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.NoteCheck;
import vn.lienthong.crypto.log.NoteKeyType;
import vn.lienthong.crypto.log.ProofCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.VerifierKey;

/**
 * A change of the directory that its log is proven to hold.
 *
 * @param change what it says
 * @param entry the entry about it
 * @param index place of the entry
 * @param size of the tree
 */
record ListedChange(DirectoryChange change, DirectoryLogEntry entry, long index, long size) {

    /** The order in which the directory published. */
    static final Comparator<ListedChange> IN_ORDER = Comparator.comparingLong(
                    (ListedChange listed) -> listed.entry().sequence())
            .thenComparingInt(listed -> listed.entry().change());

    /**
     * What is claimed.
     *
     * @param change octets of the change
     * @param entry octets of the entry
     * @param proof its {@code .tlog-proof}
     */
    record Offer(Octets change, Octets entry, Octets proof) {}

    /**
     * Checks a claim.
     *
     * @param log the directory's log
     * @throws NotProvenException if it does not hold
     */
    static ListedChange of(Offer offer, PublishedLog log) throws NotProvenException {
        if (!(WireFormats.DIRECTORY_LOG_ENTRY.decode(offer.entry().toByteArray())
                        instanceof Decoded.Value<DirectoryLogEntry>(DirectoryLogEntry entry)
                && WireFormats.DIRECTORY_CHANGE.decode(offer.change().toByteArray())
                        instanceof Decoded.Value<DirectoryChange>(DirectoryChange change))) {
            throw new NotProvenException("a key proof is not about a change of the directory");
        }
        if (!entry.sha256().equals(offer.change().sha256())) {
            throw new NotProvenException("a key proof is about another change of the directory");
        }
        try {
            LogReceipt receipt = LogReceipt.parse(offer.proof().toByteArray());
            boolean stands = receipt.checkpoint().origin().equals(log.origin())
                    && isSigned(receipt.note(), keys(log))
                    && receipt.proof()
                                    .check(
                                            MerkleHash.leaf(offer.entry().toByteArray()),
                                            receipt.checkpoint().root())
                            == ProofCheck.VALID;
            if (!stands) {
                throw new NotProvenException("a key proof does not lead into the directory's log");
            }
            return new ListedChange(
                    change, entry, receipt.proof().index(), receipt.proof().size());
        } catch (LogFormatException malformed) {
            throw new NotProvenException("not a proof of the directory's log: " + malformed.getMessage());
        }
    }

    /** The log of the directory, if this publication lists it. */
    static Optional<PublishedLog> logOfDirectory(SignedPublication signed) {
        return WireFormats.PUBLICATION.decode(signed.octets().toByteArray())
                        instanceof Decoded.Value<Publication>(Publication publication)
                ? publication.changes().stream()
                        .flatMap(change -> logOfDirectory(change).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<PublishedLog> logOfDirectory(DirectoryChange change) {
        return change instanceof DirectoryChange.NodeLogsPut put
                ? put.logs().log(LogPurpose.DIRECTORY)
                : Optional.empty();
    }

    /** By both kinds of key. */
    private static boolean isSigned(SignedNote note, List<VerifierKey> keys) {
        if (!(note.verify(keys) instanceof NoteCheck.Verified verified)) {
            return false;
        }
        Set<NoteKeyType> types = verified.signatures().stream()
                .map(signature -> signature.key().type())
                .collect(Collectors.toSet());
        return types.contains(NoteKeyType.COSIGNATURE_ML_DSA_44) && types.size() > 1;
    }

    /** The keys of a log that the directory lists. */
    static List<VerifierKey> keys(PublishedLog log) throws LogFormatException {
        List<VerifierKey> keys = new ArrayList<>();
        for (var key : log.keys()) {
            keys.add(VerifierKey.parse(key.text()));
        }
        return keys;
    }
}
