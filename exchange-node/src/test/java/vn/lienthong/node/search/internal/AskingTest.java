package vn.lienthong.node.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.search.SearchTable;
import vn.lienthong.node.web.FormFaults;

class AskingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static SearchTable table(boolean days) {
        return new SearchTable(
                "t d",
                "i",
                "*",
                "d.id",
                "d.agency",
                "d.at",
                days,
                "1 = 1",
                "d.words",
                new SearchTable.ByNumber("d.number in (:numbers)", "n"),
                new SearchTable.ByNumber("d.given in (:numbers)", "g"),
                "d.state",
                "d.type",
                "d.urgency",
                (_, _) -> {
                    throw new AssertionError("nothing is read");
                });
    }

    @Test
    void keepsEverythingThatWasTypedOutOfTheStatement() {
        String evil = "x') or 1=1 -- zq%";
        Map<String, String> typed = Map.of(
                "q", evil, "type", evil, "agency", evil, "state", "incoming:" + evil, "urgency", evil, "kind", evil);
        Wanted wanted = SearchForm.of(typed).wanted(TODAY, new FormFaults()).orElseThrow();
        Asking asking = new Asking(table(false), "H01")
                .filters(wanted)
                .words(wanted.question().terms());
        assertThat(asking.condition())
                .isEqualTo("d.agency = :agency and 1 = 1 and d.state in (:states) and d.type = :type"
                        + " and (concat(' ', d.words) like :word0x0) and (concat(' ', d.words) like :word1x0)"
                        + " and (concat(' ', d.words) like :word2x0 or concat(' ', d.words) like :word2x1)"
                        + " and (concat(' ', d.words) like :word3x0)");
        assertThat(asking.values())
                .containsEntry("agency", "H01")
                .containsEntry("type", evil)
                .containsEntry("states", Set.of(evil))
                .containsEntry("word0x0", "% xzq%")
                .containsEntry("word2x1", "% 01zq%");
    }

    @Test
    void namesTheAgencyWhateverElseIsWanted() {
        assertThat(new Asking(table(true), "H01").condition()).startsWith("d.agency = :agency and ");
    }

    @Test
    void beginsBehindAPlaceOfItsOwnKindByTheKey() {
        Instant at = Instant.parse("2026-11-22T02:00:00Z");
        Asking asking =
                new Asking(table(false), "H01").behind(SearchKind.OUTGOING, new Place(at, SearchKind.OUTGOING, 7));
        assertThat(asking.condition()).endsWith("d.at <= :placeAt and (d.at < :placeAt or d.id < :placeId)");
        assertThat(asking.values())
                .containsEntry("placeAt", LocalDateTime.parse("2026-11-22T02:00:00"))
                .containsEntry("placeId", 7L);
    }

    @Test
    void givesKindsThatComeLaterTheSameMoment() {
        Place place = new Place(Instant.parse("2026-11-22T02:00:00Z"), SearchKind.OUTGOING, 7);
        assertThat(new Asking(table(false), "H01")
                        .behind(SearchKind.REGISTER, place)
                        .condition())
                .endsWith("d.at <= :placeAt");
        assertThat(new Asking(table(false), "H01")
                        .behind(SearchKind.INCOMING, place)
                        .condition())
                .endsWith("d.at < :placeAt");
    }

    @Test
    void countsADayFromItsBeginningInHanoi() {
        Place noon = new Place(Instant.parse("2026-11-22T05:00:00Z"), SearchKind.INCOMING, 7);
        Asking within = new Asking(table(true), "H01").behind(SearchKind.REGISTER, noon);
        assertThat(within.condition()).endsWith("d.at <= :placeAt");
        assertThat(within.values()).containsEntry("placeAt", LocalDate.parse("2026-11-22"));
        Place midnight = new Place(Instant.parse("2026-11-21T17:00:00Z"), SearchKind.REGISTER, 7);
        Asking same = new Asking(table(true), "H01").behind(SearchKind.REGISTER, midnight);
        assertThat(same.condition()).endsWith("(d.at < :placeAt or d.id < :placeId)");
        assertThat(same.values()).containsEntry("placeAt", LocalDate.parse("2026-11-22"));
    }

    @Test
    void takesDaysOfTheFormAsDaysInHanoi() {
        Wanted wanted = SearchForm.of(Map.of("from", "1/11/2026", "until", "h"))
                .wanted(TODAY, new FormFaults())
                .orElseThrow();
        assertThat(new Asking(table(false), "H01").filters(wanted).values())
                .containsEntry("from", LocalDateTime.parse("2026-10-31T17:00:00"))
                .containsEntry("until", LocalDateTime.parse("2026-11-22T17:00:00"));
        assertThat(new Asking(table(true), "H01").filters(wanted).values())
                .containsEntry("from", LocalDate.parse("2026-11-01"))
                .containsEntry("until", LocalDate.parse("2026-11-23"));
    }

    @Test
    void jumpsOnlyFromANumberThatStandsAlone() {
        assertThat(wanted(Map.of("q", "số 12")).jump()).contains("12");
        assertThat(wanted(Map.of("q", "12 ubnd")).jump()).isEmpty();
        assertThat(wanted(Map.of("q", "12", "kind", "incoming")).jump()).isEmpty();
        assertThat(wanted(Map.of("q", "12", "from", "h")).jump()).isEmpty();
        assertThat(wanted(Map.of("q", "")).isEmpty()).isTrue();
        assertThat(wanted(Map.of("q", "?!")).question()).isEqualTo(SearchQuestion.of(""));
    }

    private static Wanted wanted(Map<String, String> typed) {
        return SearchForm.of(typed).wanted(TODAY, new FormFaults()).orElseThrow();
    }

    @Test
    void writesLinksThatLeadBackToTheSameForm() {
        SearchForm form = SearchForm.of(Map.of("q", "a&b=c d/đ {x}", "junk", "1"));
        assertThat(form.link()).isEqualTo("/search?q=a%26b%3Dc+d%2F%C4%91+%7Bx%7D");
        assertThat(form.link("at", "1-incoming-2")).endsWith("&at=1-incoming-2");
        assertThat(form.toString()).doesNotContain("a&b");
    }
}
