package vn.lienthong.node.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final Path ASSETS = Path.of("src/main/resources/web/assets");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int BUDGET = 80_000;
    private static final int LARGEST_PAGE = 15_000;
    private static final int STYLE_BUDGET = 25_000;
    private static final int SCRIPT_BUDGET = 35_000;

    private static final Pattern FILTERED_TRIGGER = Pattern.compile("hx-(trigger|vals|headers)=[^>]*?(\\[|js:)");

    @Test
    void fitsAFirstLoadIntoTheBudget() throws IOException {
        int total = LARGEST_PAGE;
        for (String name : List.of("govuk-frontend.css", "lienthong.css", "htmx.js", "lienthong.js", "icon.svg")) {
            total += compressed(ASSETS.resolve(name));
        }
        assertThat(total).isLessThan(BUDGET);
        assertThat(compressed(ASSETS.resolve("govuk-frontend.css")) + compressed(ASSETS.resolve("lienthong.css")))
                .isLessThan(STYLE_BUDGET);
        assertThat(compressed(ASSETS.resolve("htmx.js")) + compressed(ASSETS.resolve("lienthong.js")))
                .isLessThan(SCRIPT_BUDGET);
    }

    @Test
    void bringsTheLicencesOfWhatIsNotOurs() throws IOException {
        assertThat(Files.readString(ASSETS.resolve("govuk-frontend.LICENSE.txt")))
                .contains("MIT License", "Crown Copyright");
        assertThat(Files.readString(ASSETS.resolve("htmx.LICENSE.txt"))).contains("Zero-Clause BSD");
    }

    @Test
    void usesNeitherTheFontNorTheCrestNorAnythingFromElsewhere() throws IOException {
        String style = Files.readString(ASSETS.resolve("govuk-frontend.css"));
        assertThat(style).doesNotContain("GDS Transport", "@font-face", "crest", "url(", "@import");
        assertThat(Files.readString(ASSETS.resolve("lienthong.css"))).doesNotContain("url(", "@import");
    }

    @Test
    void keepsTemplatesFreeOfWhatTheContentPolicyForbids() throws IOException {
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContain(" style=", "<style", "hx-on", "javascript:", "th:utext", "onclick", "js:");
                assertThat(FILTERED_TRIGGER.matcher(Files.readString(template)).find())
                        .as("htmx ignores trigger filters where evaluation is forbidden: " + template)
                        .isFalse();
            }
        }
    }

    private static int compressed(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(Files.readAllBytes(file));
        }
        return out.size();
    }
}
