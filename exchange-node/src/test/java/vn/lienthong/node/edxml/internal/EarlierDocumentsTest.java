package vn.lienthong.node.edxml.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.NamedDocuments.Named;
import vn.lienthong.node.edxml.internal.EarlierDocuments.Reference;

class EarlierDocumentsTest {

    private static final LocalDate THIS_YEAR = LocalDate.of(2026, 11, 22);
    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 11, 22);

    private static Named named(int id, String documentId, String number, LocalDate day) {
        return new Named(
                new ParcelId(new UUID(0x0198_a000_0000_7000L, 0x8000_0000_0000_0000L + id)),
                new AgencyCode("H37.01"),
                null,
                documentId,
                new DocumentCode(number, "UBND-VP"),
                day);
    }

    private static Optional<Named> choose(
            String documentId, String code, @Nullable LocalDate day, Named... candidates) {
        return EarlierDocuments.choose(new Reference(documentId, code, day), List.of(candidates));
    }

    @Test
    void takesTheIdentifierFirst() {
        Named wanted = named(1, "a", "7", LAST_YEAR);
        assertThat(choose("a", "", null, wanted, named(2, "b", "7", THIS_YEAR))).contains(wanted);
    }

    @Test
    void takesTheNumberOfThatDayWhenNumbersBeginAgainEachYear() {
        Named wanted = named(1, "", "7", LAST_YEAR);
        Named other = named(2, "", "7", THIS_YEAR);
        assertThat(choose("", "7/UBND-VP", LAST_YEAR, other, wanted)).contains(wanted);
        assertThat(choose("", "7/ubnd-vp", THIS_YEAR, other, wanted)).contains(other);
    }

    @Test
    void neverTakesANumberWithoutADate() {
        assertThat(choose("", "7/UBND-VP", null, named(1, "", "7", THIS_YEAR))).isEmpty();
    }

    @Test
    void takesTheOnlyOneOfTheYearWhenTheDayDiffers() {
        Named wanted = named(1, "", "7", LocalDate.of(2026, 11, 20));
        assertThat(choose("", "7/UBND-VP", THIS_YEAR, wanted, named(2, "", "7", LAST_YEAR)))
                .contains(wanted);
        assertThat(choose("", "7/UBND-VP", THIS_YEAR, wanted, named(2, "", "7", LocalDate.of(2026, 1, 2))))
                .isEmpty();
    }

    @Test
    void tellsDocumentsApartThatBearTheSameIdentifier() {
        Named wanted = named(1, "53234", "7", THIS_YEAR);
        Named other = named(2, "53234", "8", THIS_YEAR);
        assertThat(choose("53234", "7/UBND-VP", null, other, wanted)).contains(wanted);
        assertThat(choose("53234", "", null, other, wanted)).isEmpty();
        assertThat(choose("53234", "9/UBND-VP", THIS_YEAR, other, wanted)).isEmpty();
    }
}
