package vn.lienthong.node.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.identity.Role;

class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<String> BUNDLES = List.of(
            "messages",
            "ui",
            "account",
            "access",
            "officer",
            "problems",
            "calendar",
            "register",
            "incoming",
            "outgoing",
            "statement",
            "notification",
            "report",
            "search",
            "training",
            "integration",
            "people",
            "webhook",
            "gateway",
            "ceremony",
            "secretdesk");
    private final Properties vietnamese = all(".properties");
    private final Properties english = all("_en.properties");

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
    }

    @Test
    void hasWordsForEveryRole() {
        Stream<String> roles = Stream.of(Role.values()).map(role -> "role." + role.slug());
        assertThat(roles).allMatch(vietnamese::containsKey);
    }

    @Test
    void writesVietnameseInOneForm() {
        assertThat(vietnamese.values()).allMatch(text -> Normalizer.isNormalized(text.toString(), Normalizer.Form.NFC));
    }

    @Test
    void hasTheTextOfEveryKeyInTheTemplates() throws IOException {
        Pattern key = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[({}]");
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(key.matcher(Files.readString(template)).results().map(found -> found.group(1)))
                        .as(template.toString())
                        .allMatch(vietnamese::containsKey);
            }
        }
    }

    /** Texts with arguments go through a format in which a lone apostrophe swallows what follows. */
    @Test
    void writesNoLoneApostrophes() {
        assertThat(Stream.of(vietnamese, english).flatMap(texts -> texts.values().stream()))
                .noneMatch(text -> text.toString().replace("''", "").contains("'")
                        && text.toString().contains("{0"));
    }

    private static Properties all(String suffix) {
        Properties all = new Properties();
        BUNDLES.forEach(bundle -> all.putAll(read(bundle + suffix)));
        return all;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
