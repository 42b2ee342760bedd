package vn.lienthong.node.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "audit-events.md");
    private static final String MARK = "<!-- The table is made from the catalogue by its test. -->\n";

    @Test
    void isTheOneThatIsDocumented() throws IOException {
        String text = Files.readString(DOCUMENT);
        String before = text.substring(0, text.indexOf(MARK) + MARK.length());
        if ("write".equals(System.getProperty("lienthong.format"))) {
            Files.writeString(DOCUMENT, before + table());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(before + table());
    }

    @ParameterizedTest
    @EnumSource
    void namesEachActionAsObjectAndVerb(EventKind kind) {
        assertThat(kind.action()).matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*").hasSizeLessThanOrEqualTo(40);
        assertThat(EventKind.of(kind.action())).contains(kind);
        assertThat(kind.words(Locale.ENGLISH)).isNotBlank().isNotEqualTo(kind.words(Locale.of("vi")));
    }

    @Test
    void doesNotKnowOtherActions() {
        assertThat(EventKind.of("document.read-aloud")).isEmpty();
        assertThat(EventKind.of("")).isEmpty();
    }

    private static String table() {
        StringBuilder table = new StringBuilder("\nCatalogue version " + EventKind.CATALOGUE_VERSION + ", "
                + EventKind.values().length + " kinds.\n\n"
                + "| action | class | severity | kept as | Vietnamese | English |\n|---|---|---|---|---|---|\n");
        Arrays.stream(EventKind.values())
                .forEach(kind -> table.append("| `")
                        .append(kind.action())
                        .append("` | ")
                        .append(kind.about())
                        .append(" | ")
                        .append(kind.severity())
                        .append(" | ")
                        .append(kind.about().retention())
                        .append(" | ")
                        .append(kind.words(Locale.of("vi")))
                        .append(" | ")
                        .append(kind.words(Locale.ENGLISH))
                        .append(" |\n"));
        return table.toString();
    }
}
