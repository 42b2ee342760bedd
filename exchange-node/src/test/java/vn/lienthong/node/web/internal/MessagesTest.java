package vn.lienthong.node.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.web.ArrivalState;
import vn.lienthong.node.web.JourneyState;

class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private final Properties vietnamese = read("messages.properties");
    private final Properties english = read("messages_en.properties");

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
        assertThat(read("problems_en.properties").stringPropertyNames())
                .isEqualTo(read("problems.properties").stringPropertyNames());
    }

    @Test
    void hasWordsForEveryRoleAndState() {
        Stream<String> roles = Stream.of(Role.values()).map(role -> "role." + role.slug());
        Stream<String> arrivals = Stream.of(ArrivalState.values()).map(state -> "arrival." + state.slug());
        Stream<String> journeys = Stream.of(JourneyState.values())
                .flatMap(state -> Stream.of("journey." + state.slug(), "journey." + state.slug() + ".meaning"));
        assertThat(Stream.of(roles, arrivals, journeys).flatMap(keys -> keys)).allMatch(vietnamese::containsKey);
    }

    @Test
    void writesVietnameseInOneForm() {
        assertThat(vietnamese.values()).allMatch(text -> Normalizer.isNormalized(text.toString(), Normalizer.Form.NFC));
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
