package vn.lienthong.node.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.register.Registers;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.SearchSource;
import vn.lienthong.node.search.SearchSource.Range;
import vn.lienthong.node.search.Shelves;
import vn.lienthong.node.search.internal.TableSearch.Part;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.web.FormFaults;

/** Whichever way is taken through a table, the same documents are found in the same order, each once. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableSearchIT {

    private static final AgencyCode AGENCY = new AgencyCode("H61.31");
    private static final String[] WORDS = {"bão", "lũ", "đê", "rừng", "chợ", "y", "tế"};
    private static final int ROWS = 90;
    private static final int PAGE = 7;
    private static final List<Map<String, String>> QUESTIONS = List.of(
            Map.of("q", "bao"),
            Map.of("q", "bao lu"),
            Map.of("q", "cho y te"),
            Map.of("q", "hiemx"),
            Map.of("q", "hiemx bao"),
            Map.of("q", "khongco"),
            Map.of("q", "5"),
            Map.of("q", "12 b"),
            Map.of("q", "y"),
            Map.of("q", "lu", "urgency", "3"),
            Map.of("q", "hie", "from", "-60"),
            Map.of("kind", "incoming"),
            Map.of("from", "-40", "until", "-2"),
            Map.of("type", "Báo cáo"),
            Map.of("state", "register:KEPT", "q", "de"));

    private final JdbcClient database;
    private final ObjectProvider<SearchSource> sources;
    private final Shelves shelves;

    @Autowired
    TableSearchIT(JdbcClient database, ObjectProvider<SearchSource> sources, Registers registers, InstantSource clock) {
        this.database = database;
        this.sources = sources;
        this.shelves = new Shelves(database, registers, clock);
    }

    @BeforeAll
    void fill() {
        Random random = new Random(7);
        for (int i = 0; i < ROWS; i++) {
            StringBuilder subject = new StringBuilder(i % 40 == 3 ? "hiếmx" : "thường");
            for (int k = 0; k < 4; k++) {
                subject.append(' ').append(WORDS[random.nextInt(1 + random.nextInt(WORDS.length))]);
            }
            long _ = shelves.arrived(AGENCY, "" + i, "VP", subject.toString(), i % 9 == 0 ? 3 : 0, i / 4 * 24);
            long _ = shelves.arrived(new AgencyCode("H61.32"), "" + i, "VP", subject.toString(), 0, i);
            long _ = shelves.old(AGENCY, i, subject.toString(), shelves.today().minusDays(i / 5));
        }
    }

    @Test
    void findsTheSameInOneGoInPartsAndOverTheIndex() {
        TableSearch inOneGo = new TableSearch(database);
        for (SearchSource source : sources.stream().toList()) {
            for (Map<String, String> typed : QUESTIONS) {
                Wanted wanted = SearchForm.of(typed)
                        .wanted(shelves.today(), new FormFaults())
                        .orElseThrow();
                List<Long> all =
                        ids(inOneGo.read(source, range(), wanted, null, 1000).rows());
                for (int window : new int[] {5, 25}) {
                    assertThat(pages(new TableSearch(database, window), source, wanted))
                            .as(source.kind() + " " + typed + " " + window)
                            .containsExactlyElementsOf(all);
                }
            }
        }
    }

    @Test
    void findsSomething() {
        SearchSource arrived = source("incoming");
        Wanted rare = SearchForm.of(Map.of("q", "hiemx"))
                .wanted(shelves.today(), new FormFaults())
                .orElseThrow();
        assertThat(new TableSearch(database, 8)
                        .read(arrived, range(), rare, null, 50)
                        .rows())
                .hasSize(3);
        assertThat(new TableSearch(database)
                        .read(arrived, range(), rare, null, 50)
                        .rows())
                .hasSize(3);
    }

    private SearchSource source(String slug) {
        return sources.stream()
                .filter(one -> one.kind().slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static Range range() {
        return new Range(Set.of(AGENCY.value()), "", Map.of());
    }

    private static List<Long> pages(TableSearch search, SearchSource source, Wanted wanted) {
        List<Long> all = new ArrayList<>();
        @Nullable Place behind = null;
        for (int i = 0; i < 500; i++) {
            Part part = search.read(source, range(), wanted, behind, PAGE);
            all.addAll(ids(part.rows()));
            if (part.reached() != null) {
                behind = Place.endOf(part.reached());
            } else if (part.rows().size() == PAGE) {
                behind = Place.of(part.rows().getLast());
            } else {
                return all;
            }
        }
        throw new AssertionError("no end");
    }

    private static List<Long> ids(List<Found> rows) {
        return rows.stream().map(Found::id).toList();
    }
}
