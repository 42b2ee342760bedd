package vn.lienthong.node.outgoing.internal.recipients;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.Resolution;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Finds agencies by code and name, accents and abbreviations aside, also by names and codes that have ended.
 *
 * <p>The names are folded once per state of the directory; a search looks at all of them, which takes milliseconds for the 125 000
 * of the country.
 */
@InNodeRole
@Component
public class AgencyFinder {

    private static final SuiteId SUITE = new SuiteId("LT-1");
    private static final int NEAR = 5;

    private final DirectoryView directory;
    private final InstantSource clock;
    private final AtomicReference<Index> latest = new AtomicReference<>(new Index(DirectorySnapshot.EMPTY));

    AgencyFinder(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    private record Entry(Listed agency, AgencyId id, String canonical) {}

    private static final class Index {

        private final DirectorySnapshot snapshot;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, List<Entry>> byName = new HashMap<>();
        private final Map<String, List<AgencyCode>> ended = new HashMap<>();

        Index(DirectorySnapshot snapshot) {
            this.snapshot = snapshot;
        }

        void add(Agency agency, Instant now) {
            String canonical = AgencyNames.canonical(agency.name());
            Optional<AgencyCode> code =
                    agency.codeAt(now).filter(open -> snapshot.agency(open, now).isPresent());
            if (code.isEmpty()) {
                agency.codes()
                        .forEach(old -> ended.computeIfAbsent(canonical, _ -> new ArrayList<>())
                                .add(old.code()));
                return;
            }
            AgencyId above = agency.parent();
            String parent = above == null
                    ? ""
                    : snapshot.agency(above).map(entry -> entry.agency().name()).orElse("");
            Entry entry =
                    new Entry(new Listed(code.get(), agency.name(), agency.bloc(), parent), agency.id(), canonical);
            entries.add(entry);
            byName.computeIfAbsent(canonical, _ -> new ArrayList<>()).add(entry);
        }
    }

    private Index index() {
        DirectorySnapshot now = directory.current();
        Index known = latest.get();
        if (known.snapshot.equals(now)) {
            return known;
        }
        Index fresh = new Index(now);
        Instant moment = clock.instant();
        now.forEachAgency(entry -> fresh.add(entry.agency(), moment));
        fresh.entries.sort(Comparator.comparing(entry -> entry.agency().code()));
        latest.set(fresh);
        return fresh;
    }

    /** What agencies are called, in the order of their codes; the code itself where the directory lists none. */
    public SortedMap<AgencyCode, String> names(Set<AgencyCode> codes) {
        SortedMap<AgencyCode, String> names = new TreeMap<>();
        codes.forEach(code -> names.put(code, byCode(code).map(Listed::name).orElse(code.value())));
        return names;
    }

    /** The agency of that code now; empty when the code is unknown or has ended. */
    public Optional<Listed> byCode(AgencyCode code) {
        Instant now = clock.instant();
        DirectorySnapshot snapshot = directory.current();
        return snapshot.agency(code, now).map(entry -> {
            AgencyId above = entry.agency().parent();
            String parent = above == null
                    ? ""
                    : snapshot.agency(above).map(found -> found.agency().name()).orElse("");
            return new Listed(code, entry.agency().name(), entry.agency().bloc(), parent);
        });
    }

    /** Agencies whose name or code holds all words of the question, those that begin so first. */
    public List<Listed> search(String question, int most) {
        List<String> words = AgencyNames.words(question);
        if (words.isEmpty()) {
            return List.of();
        }
        String typed = question.strip().toUpperCase(Locale.ROOT);
        String first = words.getFirst();
        return index().entries.stream()
                .filter(entry ->
                        entry.agency().code().value().toUpperCase(Locale.ROOT).startsWith(typed)
                                || words.stream().allMatch(entry.canonical()::contains))
                .sorted(Comparator.comparingInt(entry -> entry.canonical().startsWith(first) ? 0 : 1))
                .limit(most)
                .map(Entry::agency)
                .toList();
    }

    /** The agencies directly below one; those at the top for an empty code. */
    public List<Listed> below(Optional<AgencyCode> above, int most) {
        Instant now = clock.instant();
        DirectorySnapshot snapshot = directory.current();
        Optional<AgencyId> id = above.flatMap(code -> snapshot.agency(code, now))
                .map(entry -> entry.agency().id());
        if (above.isPresent() && id.isEmpty()) {
            return List.of();
        }
        return index().entries.stream()
                .filter(entry -> snapshot.agency(entry.id())
                        .map(found ->
                                Optional.ofNullable(found.agency().parent()).equals(id))
                        .orElse(false))
                .limit(most)
                .map(Entry::agency)
                .toList();
    }

    /** Which agency a written name or code means. */
    public Match match(String written) {
        return code(written)
                .<Match>map(code ->
                        byCode(code).<Match>map(Match.Found::new).orElseGet(() -> moved(List.of(code), written)))
                .orElseGet(() -> byName(written));
    }

    private static Optional<AgencyCode> code(String written) {
        return AgencyCode.check(written.strip()) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                        && written.matches(".*[0-9.].*")
                ? Optional.of(code)
                : Optional.empty();
    }

    private Match byName(String written) {
        String canonical = AgencyNames.canonical(written);
        List<Entry> exact = index().byName.getOrDefault(canonical, List.of());
        if (exact.size() == 1) {
            return new Match.Found(exact.getFirst().agency());
        }
        if (exact.size() > 1) {
            return new Match.Unclear(
                    exact.stream().limit(NEAR).map(Entry::agency).toList());
        }
        List<AgencyCode> ended = index().ended.getOrDefault(canonical, List.of());
        return ended.isEmpty() ? new Match.Unclear(search(written, NEAR)) : moved(ended, written);
    }

    private Match moved(List<AgencyCode> ended, String written) {
        List<Listed> successors = ended.stream()
                .flatMap(code -> successors(code).stream())
                .distinct()
                .toList();
        return successors.isEmpty() ? new Match.Unclear(search(written, NEAR)) : new Match.Moved(successors);
    }

    /** Who takes documents to a code that has ended; nobody when it has not. */
    public List<Listed> successors(AgencyCode code) {
        Resolution resolution = directory.current().resolve(code, SUITE, clock.instant());
        return resolution instanceof Resolution.ClosedCode closed
                ? closed.successors().stream()
                        .flatMap(next -> byCode(next).stream())
                        .toList()
                : List.of();
    }
}
