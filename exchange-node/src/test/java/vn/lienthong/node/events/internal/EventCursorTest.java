package vn.lienthong.node.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCursorTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4711, Long.MAX_VALUE})
    void readsWhatItWrote(long place) {
        assertThat(EventCursor.read(EventCursor.write(place))).contains(place);
    }

    @Test
    void takesNoCursorForTheBeginning() {
        assertThat(EventCursor.read("")).contains(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "AQ", "AgAAAAAAAAAB", "Af__________", "%%%", "AQAAAAAAAAABAA", "'; drop table"})
    void refusesWhatItDidNotWrite(String text) {
        assertThat(EventCursor.read(text)).isEmpty();
    }
}
