package vn.lienthong.node.search.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.search.SearchSource;
import vn.lienthong.node.search.SearchSource.Range;
import vn.lienthong.node.search.WordSearch;
import vn.lienthong.node.search.internal.TableSearch.Part;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** Asks all that have documents and puts together what they say: the number that was typed first, then the newest. */
@Component
@InNodeRole
class Finder implements WordSearch {

    private static final int MOST_NUMBERED = 10;
    private static final int MOST_ROWS = 200;

    private final ObjectProvider<SearchSource> sources;
    private final TableSearch tables;
    private final InstantSource clock;

    Finder(ObjectProvider<SearchSource> sources, TableSearch tables, InstantSource clock) {
        this.sources = sources;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * A part of what was found.
     *
     * @param numbered those that bear the number that was typed; on the first part only
     * @param rows the others, newest first
     * @param next where the next part begins; null at the end
     * @param reached how far back was looked, when it was not all; null otherwise
     */
    record Answer(
            List<Found> numbered,
            List<Found> rows,
            @Nullable Place next,
            @Nullable Instant reached) {
        Answer {
            numbered = List.copyOf(numbered);
            rows = List.copyOf(rows);
        }

        boolean isEmpty() {
            return numbered.isEmpty() && rows.isEmpty();
        }
    }

    /** A source with what the person may see of it. */
    private record Asked(SearchSource source, Range range) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DateText.HANOI);
    }

    /** All that have documents, in the order of their kinds. */
    List<SearchSource> sources(Person person) {
        return sources.stream()
                .filter(source -> source.rangeOf(person).isPresent())
                .sorted(Comparator.comparing(SearchSource::kind))
                .toList();
    }

    private List<Asked> asked(Person person, Wanted wanted) {
        return sources(person).stream()
                .filter(source -> wanted.kind() == null || wanted.kind() == source.kind())
                .flatMap(source -> source.rangeOf(person).flatMap(range -> narrowed(range, wanted)).stream()
                        .map(range -> new Asked(source, range)))
                .toList();
    }

    /** Naming an agency takes others away and never adds one. */
    private static Optional<Range> narrowed(Range range, Wanted wanted) {
        Set<String> codes = range.codes().stream()
                .filter(code -> wanted.agency() == null || wanted.agency().equals(code))
                .collect(Collectors.toUnmodifiableSet());
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Range(codes, range.given(), range.values()));
    }

    /** The only document with that number given out here this year; empty when there is none or several. */
    Optional<Found> jump(Person person, Wanted wanted) {
        if (wanted.jump().isEmpty()) {
            return Optional.empty();
        }
        List<Found> given = asked(person, wanted).stream()
                .flatMap(one -> tables.given(one.source(), one.range(), wanted, today(), 2).stream())
                .toList();
        return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
    }

    /** A part of what is wanted. */
    Answer find(Person person, Wanted wanted, Optional<Place> behind, int size) {
        List<Asked> asked = asked(person, wanted);
        return listed(asked, wanted, behind, size, numbered(asked, wanted));
    }

    private Answer listed(List<Asked> asked, Wanted wanted, Optional<Place> behind, int size, List<Found> numbered) {
        Set<Place> known = numbered.stream().map(Place::of).collect(Collectors.toUnmodifiableSet());
        List<Found> rows = new ArrayList<>();
        @Nullable Instant reached = null;
        for (Asked one : asked) {
            Part part = tables.read(one.source(), one.range(), wanted, behind.orElse(null), size + 1 + numbered.size());
            rows.addAll(part.rows());
            reached = TableSearch.later(reached, part.reached());
        }
        @Nullable Instant end = reached;
        List<Found> others = rows.stream()
                .filter(row -> end == null || !row.at().isBefore(end))
                .filter(row -> !known.contains(Place.of(row)))
                .sorted(Comparator.comparing(Place::of, Place.ORDER))
                .toList();
        List<Found> first = behind.isEmpty() ? numbered : List.of();
        if (others.size() > size) {
            List<Found> shown = others.subList(0, size);
            return new Answer(first, shown, Place.of(shown.getLast()), null);
        }
        return new Answer(first, others, end == null ? null : Place.endOf(end), end);
    }

    @Override
    public Page<Long> newest(Person person, SearchKind kind, Set<String> states, String words, PageWish wish) {
        SearchQuestion question = SearchQuestion.of(words);
        Wanted wanted = new Wanted(question, kind, states, null, null, null, null, null);
        String token = wish.token();
        Optional<Place> behind = token == null ? Optional.empty() : Place.read(token);
        int size = Math.clamp(wish.size(), 1, MOST_ROWS);
        Answer answer = listed(asked(person, wanted), wanted, behind, size, List.of());
        @Nullable Place next = answer.next();
        return new Page<>(answer.rows().stream().map(Found::id).toList(), next == null ? null : next.write());
    }

    private List<Found> numbered(List<Asked> asked, Wanted wanted) {
        if (wanted.question().number().isEmpty()) {
            return List.of();
        }
        Stream<Found> given = wanted.question().bareNumber().isEmpty()
                ? Stream.empty()
                : asked.stream()
                        .flatMap(one ->
                                tables.given(one.source(), one.range(), wanted, today(), MOST_NUMBERED).stream());
        Stream<Found> bearing = asked.stream()
                .flatMap(one -> tables.numbered(one.source(), one.range(), wanted, MOST_NUMBERED).stream())
                .sorted(Comparator.comparing(Place::of, Place.ORDER));
        return Stream.concat(given, bearing).distinct().limit(MOST_NUMBERED).toList();
    }
}
