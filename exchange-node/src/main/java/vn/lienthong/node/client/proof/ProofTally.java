package vn.lienthong.node.client.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.lienthong.core.evidence.Evidence;

/** What has been found so far. */
final class ProofTally {

    private final List<ProofLine> lines = new ArrayList<>();
    private final Set<String> found = new HashSet<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private int pieces;
    private int witnessed;

    void add(ProofLine line) {
        lines.add(line);
    }

    void addAll(List<ProofLine> more) {
        lines.addAll(more);
    }

    /** A genuine piece of evidence. */
    void found(Evidence evidence) {
        pieces++;
        found.add(evidence.id().toString());
        if (evidence.event().isFinal()) {
            String delivery =
                    evidence.subject().parcelId() + " → " + evidence.subject().recipient();
            ends.merge(delivery, 1, Integer::sum);
        }
    }

    /** The last piece stands in a log that enough witnesses have seen. */
    void witnessed() {
        witnessed++;
    }

    boolean has(String evidenceId) {
        return found.contains(evidenceId);
    }

    /** Delivered or not delivered: who states both contradicts itself. */
    void judgeEnds() {
        ends.forEach((delivery, count) -> {
            if (count > 1) {
                add(ProofLine.failed(
                        "Các chứng cứ mâu thuẫn: " + count + " sự kiện kết thúc cho một lần giao (" + delivery + ").",
                        "The evidence contradicts itself: " + count + " final events of one delivery (" + delivery
                                + ")."));
            }
        });
    }

    ProofReport report() {
        return new ProofReport(lines, pieces, witnessed);
    }
}
