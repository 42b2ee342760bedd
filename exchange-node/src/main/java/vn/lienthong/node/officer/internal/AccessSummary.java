package vn.lienthong.node.officer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who saw a document, each person, key or node once. */
final class AccessSummary {
    private AccessSummary() {}

    /**
     * What one of them did.
     *
     * @param actor as events write it
     * @param name for people
     * @param kind {@code account}, {@code key}, {@code node} or another beginning of the reference
     * @param acts what was done, in words, without repetitions
     * @param count how often
     * @param first when for the first time
     * @param last when for the last time
     */
    record Line(String actor, String name, String kind, List<String> acts, int count, Instant first, Instant last) {
        Line {
            acts = List.copyOf(acts);
        }
    }

    /** Groups rows, newest first, by who did it; whoever did something last comes first. */
    static List<Line> of(List<EventLines.Row> rows) {
        Map<String, List<EventLines.Row>> byActor = new LinkedHashMap<>();
        rows.forEach(row -> byActor.computeIfAbsent(row.event().actor(), _ -> new ArrayList<>())
                .add(row));
        return byActor.values().stream().map(AccessSummary::line).toList();
    }

    private static Line line(List<EventLines.Row> rows) {
        EventLines.Row newest = rows.getFirst();
        Set<String> acts = new LinkedHashSet<>();
        rows.reversed().forEach(row -> acts.add(row.words()));
        String actor = newest.event().actor();
        int colon = actor.indexOf(':');
        return new Line(
                actor,
                newest.actorName(),
                colon < 0 ? actor : actor.substring(0, colon),
                List.copyOf(acts),
                rows.size(),
                rows.getLast().event().at(),
                newest.event().at());
    }
}
