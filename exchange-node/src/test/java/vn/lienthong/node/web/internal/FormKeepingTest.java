package vn.lienthong.node.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.protection.LocalProtection;
import vn.lienthong.node.testing.SettableClock;

class FormKeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final LoginName CLERK = new LoginName("vanthu1");

    private final SettableClock clock = new SettableClock(NOW);

    @TempDir
    private Path place;

    private DataDirectory data;
    private KeptFormSealing sealing;
    private FormKeeping keeping;

    @BeforeEach
    void open() throws IOException {
        data = DataDirectory.open(place);
        sealing = new KeptFormSealing(
                LocalProtection.secrets(data.root(), new SecureRandom()), new SecureRandom(), clock);
        keeping = new FormKeeping(sealing, clock);
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    @Test
    void keepsWhatWasTypedButNoTokenAndNoPassword() throws IOException {
        MockHttpServletRequest request = form("/incoming/7/refuse");
        request.addParameter("text", "Sai thể thức");
        request.addParameter("password", "bí mật");
        request.addParameter("_csrf", "token");
        KeptForm kept = keeping.take(request).orElseThrow();
        assertThat(kept.fields()).isEqualTo(Map.of("text", List.of("Sai thể thức")));
        assertThat(kept.page()).isEqualTo("/incoming/7/refuse?look=1");
        String sealed = sealing.seal(kept).orElseThrow();
        assertThat(sealed).doesNotContain("text", "refuse");
        assertThat(sealing.open(sealed)).hasValue(kept);
    }

    @Test
    void opensNeitherWhatIsOldNorWhatIsChanged() throws IOException {
        String sealed = sealing.seal(keeping.take(form("/a")).orElseThrow()).orElseThrow();
        String changed = sealed.substring(0, 30) + (sealed.charAt(30) == 'A' ? 'B' : 'A') + sealed.substring(31);
        assertThat(sealing.open(changed)).isEmpty();
        assertThat(sealing.open("")).isEmpty();
        assertThat(sealing.open("không phải")).isEmpty();
        assertThat(sealing.open("A".repeat(1_000_000))).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(sealing.open(sealed)).isEmpty();
    }

    @Test
    void keepsNoFormsOfOtherSitesAndNoFetches() throws IOException {
        MockHttpServletRequest foreign = form("/a");
        foreign.removeHeader("Origin");
        foreign.addHeader("Origin", "https://evil.example");
        MockHttpServletRequest nameless = form("/a");
        nameless.removeHeader("Origin");
        MockHttpServletRequest fetched = form("/a");
        fetched.addHeader("Sec-Fetch-Mode", "cors");
        MockHttpServletRequest unmarked = form("/a");
        unmarked.removeParameter(OwnedForms.FIELD);
        assertThat(List.of(
                        keeping.take(foreign), keeping.take(nameless), keeping.take(fetched), keeping.take(unmarked)))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void keepsNothingAboutPasswordsAndCodes() throws IOException {
        assertThat(keeping.take(form("/account/password"))).isEmpty();
        assertThat(keeping.take(form("/sign-in/code"))).isEmpty();
    }

    @Test
    void neverLeadsToAnotherSite() throws IOException {
        MockHttpServletRequest request = form("/a");
        request.setParameter(OwnedForms.FIELD, sealing.owner(CLERK) + "://evil.example/");
        assertThat(keeping.take(request).orElseThrow().page()).isEqualTo("/");
        request.setParameter(OwnedForms.FIELD, sealing.owner(CLERK) + ":https://evil.example/");
        assertThat(keeping.take(request)).isEmpty();
        request.setParameter(OwnedForms.FIELD, sealing.owner(CLERK) + ":/\\evil.example/");
        assertThat(keeping.take(request).orElseThrow().page()).isEqualTo("/");
    }

    @Test
    void tellsWhenItIsTooLongToKeep() throws IOException {
        MockHttpServletRequest request = form("/a");
        byte[] noise = new byte[700_000];
        new Random(1).nextBytes(noise);
        request.addParameter("text", HexFormat.of().formatHex(noise));
        KeptForm kept = keeping.take(request).orElseThrow();
        assertThat(sealing.seal(kept)).isEmpty();
    }

    /** Whoever adds a password field under another name must name it among the secrets. */
    @Test
    void knowsEveryPasswordFieldOfThePages() throws IOException {
        Pattern secret = Pattern.compile("<input[^>]*type=\"password\"[^>]*>");
        Pattern name = Pattern.compile(" name=\"([^\"]+)\"");
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            List<String> names = pages.filter(page -> page.toString().endsWith(".html"))
                    .filter(page -> !page.endsWith("password.html"))
                    .flatMap(page -> secret.matcher(read(page)).results())
                    .flatMap(field -> name.matcher(field.group()).results())
                    .map(found -> found.group(1))
                    .toList();
            assertThat(names).isNotEmpty().allMatch(FormKeeping::isSecret);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MockHttpServletRequest form(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.addHeader("Host", "nut.example:8443");
        request.addHeader("Origin", "https://nut.example:8443");
        request.addParameter(OwnedForms.FIELD, sealing.owner(CLERK) + ":" + path + "?look=1");
        return request;
    }
}
