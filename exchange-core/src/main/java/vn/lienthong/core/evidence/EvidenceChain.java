package vn.lienthong.core.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.evidence.ChainCheck.Fault;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

/**
 * Checks all evidence about one parcel and one recipient, in the order of its links.
 *
 * <p>Rules: one subject; stages never go back; nothing after the final event; submission comes first; every evidence links to
 * the one before it or to its issuer's own last, and only an issuer's first may link to nothing, because two nodes write
 * independently.
 *
 * <p>Guarantees nothing about signatures: verify each before.
 */
public final class EvidenceChain {

    private EvidenceChain() {}

    /** Checks the entries; an empty list is intact and open. */
    public static ChainCheck check(List<Entry> entries) {
        Map<NodeId, PreviousEvidence> lastOfIssuer = new HashMap<>();
        Set<EvidenceId> ids = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Optional<Fault> fault = i == 0 ? faultOfFirst(entry) : faultAfter(entries.get(i - 1), entry, lastOfIssuer);
            if (fault.isPresent() || !ids.add(entry.evidence().id())) {
                return new ChainCheck.Broken(i, fault.orElse(Fault.REPEATED));
            }
            lastOfIssuer.put(entry.evidence().issuer().node(), entry.asPrevious());
        }
        boolean complete =
                !entries.isEmpty() && entries.getLast().evidence().event().isFinal();
        return complete ? new ChainCheck.Complete(entries.getLast().evidence().event()) : new ChainCheck.Open();
    }

    private static Optional<Fault> faultOfFirst(Entry entry) {
        if (entry.evidence().event().stage() != EvidenceEvent.Stage.SUBMISSION) {
            return Optional.of(Fault.ORDER);
        }
        return entry.evidence().previous() == null ? Optional.empty() : Optional.of(Fault.LINK);
    }

    private static Optional<Fault> faultAfter(Entry before, Entry entry, Map<NodeId, PreviousEvidence> lastOfIssuer) {
        Evidence evidence = entry.evidence();
        if (!evidence.subject().isAbout(before.evidence().subject())) {
            return Optional.of(Fault.SUBJECT);
        }
        if (before.evidence().event().isFinal()) {
            return Optional.of(Fault.AFTER_FINAL);
        }
        if (!mayFollow(before.evidence().event(), evidence.event())) {
            return Optional.of(Fault.ORDER);
        }
        if (!evidence.digests().header().equals(before.evidence().digests().header())
                || !evidence.digests()
                        .payload()
                        .equals(before.evidence().digests().payload())) {
            return Optional.of(Fault.DIGESTS);
        }
        return isLinked(before, entry, lastOfIssuer) ? Optional.empty() : Optional.of(Fault.LINK);
    }

    private static boolean mayFollow(EvidenceEvent before, EvidenceEvent next) {
        return next.stage().compareTo(before.stage()) > 0;
    }

    private static boolean isLinked(Entry before, Entry entry, Map<NodeId, PreviousEvidence> lastOfIssuer) {
        PreviousEvidence own = lastOfIssuer.get(entry.evidence().issuer().node());
        PreviousEvidence link = entry.evidence().previous();
        return link == null ? own == null : link.equals(before.asPrevious()) || link.equals(own);
    }

    /**
     * One evidence of the chain.
     *
     * @param evidence what it says
     * @param sha256 digest of its exact octets
     */
    public record Entry(Evidence evidence, Sha256 sha256) {

        PreviousEvidence asPrevious() {
            return new PreviousEvidence(evidence.id(), sha256);
        }
    }
}
