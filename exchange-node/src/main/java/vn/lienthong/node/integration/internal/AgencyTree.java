package vn.lienthong.node.integration.internal;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.CodeValidity;

/** The agencies of a moment in their order: each below the one above it. */
final class AgencyTree {

    /** The most rows of a page. */
    static final int MOST = 300;

    private static final int DEEPEST = 12;

    private final Instant now;
    private final Map<AgencyId, AgencyEntry> all = new HashMap<>();
    private final Map<AgencyId, List<AgencyEntry>> below = new HashMap<>();
    private final List<AgencyEntry> tops = new ArrayList<>();

    AgencyTree(Collection<AgencyEntry> agencies, Instant now) {
        this.now = now;
        agencies.forEach(entry -> all.put(entry.agency().id(), entry));
        all.values().forEach(entry -> siblings(entry).add(entry));
    }

    private List<AgencyEntry> siblings(AgencyEntry entry) {
        AgencyId parent = entry.agency().parent();
        return parent == null || !all.containsKey(parent)
                ? tops
                : below.computeIfAbsent(parent, _ -> new ArrayList<>());
    }

    /**
     * An agency in the tree.
     *
     * @param id its lasting identity
     * @param name in full
     * @param bloc its bloc
     * @param node the node that serves it
     * @param codes all codes that it ever had, the present one first
     * @param children how many agencies stand directly below it
     */
    record Branch(String id, String name, String bloc, String node, List<Code> codes, int children) {
        Branch {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A code and its time.
     *
     * @param value the code
     * @param from since when
     * @param until when it ends, or null
     * @param state {@code now}, {@code later} or {@code past}
     */
    record Code(String value, Instant from, @Nullable Instant until, String state) {}

    /** Those directly below an agency; those at the top for an unknown or empty identity. */
    List<Branch> below(String id) {
        List<AgencyEntry> found = find(id).map(
                        entry -> below.getOrDefault(entry.agency().id(), List.of()))
                .orElse(tops);
        return sorted(found);
    }

    /** Those whose name or one of whose codes, of whatever time, holds the text; case and marks do not count. */
    List<Branch> matching(String query) {
        String sought = folded(query);
        return sorted(all.values().stream()
                .filter(entry -> folded(entry.agency().name()).contains(sought)
                        || entry.agency().codes().stream()
                                .anyMatch(code -> folded(code.code().value()).contains(sought)))
                .toList());
    }

    /** From the top to an agency, itself last; empty for an unknown or empty identity. */
    List<Branch> pathTo(String id) {
        Deque<Branch> path = new ArrayDeque<>();
        Optional<AgencyEntry> at = find(id);
        while (at.isPresent() && path.size() < DEEPEST) {
            path.addFirst(branch(at.get()));
            at = Optional.ofNullable(at.get().agency().parent()).map(all::get);
        }
        return List.copyOf(path);
    }

    private Optional<AgencyEntry> find(String id) {
        return all.values().stream()
                .filter(entry -> entry.agency().id().toString().equals(id))
                .findFirst();
    }

    private List<Branch> sorted(List<AgencyEntry> entries) {
        return entries.stream()
                .map(this::branch)
                .sorted(Comparator.comparing(
                                (Branch branch) -> branch.codes().getFirst().value())
                        .thenComparing(Branch::id))
                .toList();
    }

    private Branch branch(AgencyEntry entry) {
        Agency agency = entry.agency();
        return new Branch(
                agency.id().toString(),
                agency.name(),
                agency.bloc().name(),
                entry.node().value(),
                agency.codes().stream()
                        .sorted(Comparator.comparing((CodeValidity code) -> !code.covers(now))
                                .thenComparing(CodeValidity::from, Comparator.reverseOrder()))
                        .map(this::code)
                        .toList(),
                below.getOrDefault(agency.id(), List.of()).size());
    }

    private Code code(CodeValidity code) {
        String past = code.from().isAfter(now) ? "later" : "past";
        return new Code(code.code().value(), code.from(), code.until(), code.covers(now) ? "now" : past);
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }
}
