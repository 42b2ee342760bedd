package vn.lienthong.node.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.search.SearchKind;

class PlaceTest {

    private static final Instant AT = Instant.parse("2026-11-22T02:00:00.123Z");

    @Test
    void readsWhatItWrote() {
        for (SearchKind kind : SearchKind.values()) {
            Place place = new Place(AT, kind, 42);
            assertThat(Place.read(place.write())).contains(place);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-incoming",
                "1-other-2",
                "-1-incoming-2",
                "1-incoming-2'",
                "1-INCOMING-2",
                "999999999999999999999-incoming-1",
                "1-incoming-9999999999999999999"
            })
    void readsNothingElse(String text) {
        assertThat(Place.read(text)).isEmpty();
    }

    @Test
    void putsTheNewestFirstThenKindsThenKeys() {
        List<Place> inOrder = List.of(
                new Place(AT.plusMillis(1), SearchKind.REGISTER, 1),
                new Place(AT, SearchKind.INCOMING, 9),
                new Place(AT, SearchKind.INCOMING, 8),
                new Place(AT, SearchKind.OUTGOING, 10),
                Place.endOf(AT),
                new Place(AT.minusMillis(1), SearchKind.INCOMING, 99));
        assertThat(Stream.of(3, 5, 1, 0, 4, 2).map(inOrder::get).sorted(Place.ORDER))
                .containsExactlyElementsOf(inOrder);
    }
}
