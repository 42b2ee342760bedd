package vn.lienthong.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, Month.DECEMBER, 31);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, Month.JANUARY, 1);

    @Test
    void endsAYearOnNewYearsEve() {
        Period year = Period.year(2026);
        assertThat(year.covers(NEW_YEARS_EVE)).isTrue();
        assertThat(year.covers(NEW_YEAR)).isFalse();
        assertThat(year.isOverOn(NEW_YEAR)).isTrue();
        assertThat(year.isOverOn(NEW_YEARS_EVE)).isFalse();
        assertThat(year.covers(LocalDate.of(2025, Month.DECEMBER, 31))).isFalse();
    }

    @Test
    void letsATermGoOnOverNewYear() {
        Period term = Period.term("2025-2030", LocalDate.of(2025, Month.AUGUST, 12));
        assertThat(term.covers(NEW_YEARS_EVE)).isTrue();
        assertThat(term.covers(NEW_YEAR)).isTrue();
        assertThat(term.isOverOn(LocalDate.of(2031, Month.MAY, 1))).isFalse();
    }

    @Test
    void endsATermOnTheEveOfTheNextOne() {
        LocalDate congress = LocalDate.of(2030, Month.JULY, 3);
        Period ended =
                Period.term("2025-2030", LocalDate.of(2025, Month.AUGUST, 12)).endingOn(congress.minusDays(1));
        assertThat(ended.covers(congress)).isFalse();
        assertThat(Period.term("2030-2035", congress).covers(congress)).isTrue();
    }

    @Test
    void opensFirstBooksForTheYearOrTheTerm() {
        assertThat(Period.usual(PeriodRule.YEAR, NEW_YEAR)).isEqualTo(Period.year(2027));
        assertThat(Period.usual(PeriodRule.TERM, NEW_YEARS_EVE).name()).isEqualTo("2025-2030");
        assertThat(Period.usual(PeriodRule.TERM, LocalDate.of(2030, Month.JANUARY, 1))
                        .name())
                .isEqualTo("2030-2035");
        assertThat(Period.usual(PeriodRule.CONGRESS, NEW_YEAR).covers(NEW_YEAR)).isTrue();
    }

    @Test
    void refusesPeriodsThatEndBeforeTheyBegin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(PeriodRule.YEAR, "2026", NEW_YEAR, NEW_YEARS_EVE));
    }
}
