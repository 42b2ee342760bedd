package vn.lienthong.node.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPlaceTest {

    @Test
    void knowsTheFiltersOfItsList() {
        assertThat(SavedPlace.SEARCH.leadsHere("/search?q=b%C3%A3o+l%C5%A9&kind=incoming"))
                .isTrue();
        assertThat(SavedPlace.REGISTER.leadsHere("/registers/12?q=a")).isTrue();
        assertThat(SavedPlace.of("incoming")).contains(SavedPlace.INCOMING);
        assertThat(SavedPlace.of("INCOMING")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/search",
                "/search?",
                "/incoming?q=a",
                "//search?q=a",
                "https://example.org/search?q=a",
                "/search?q=a\r\nSet-Cookie: x=y",
                "/search?q=<script>",
                "/search/../account?q=a",
                "/searchx?q=a"
            })
    void leadsNowhereElse(String link) {
        assertThat(SavedPlace.SEARCH.leadsHere(link)).isFalse();
    }

    @Test
    void keepsNoEndlessLinks() {
        assertThat(SavedPlace.SEARCH.leadsHere("/search?q=" + "a".repeat(1500))).isFalse();
    }
}
