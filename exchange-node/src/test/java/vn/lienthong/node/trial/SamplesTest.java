package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Samples stay short enough to be read before they are copied. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "docs", "samples");
    private static final int MOST_LINES = 100;

    @Test
    void noSampleIsLongerThanAHundredLines() throws IOException {
        for (String language : List.of("java", "php", "node", "python", "curl")) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(language))) {
                assertThat(files.toList())
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readAllLines(file))
                                .as("%s", file)
                                .hasSizeLessThanOrEqualTo(MOST_LINES));
            }
        }
    }

    @Test
    void noSampleCarriesAKeyOrSwitchesOffTheCheckOfCertificates() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .as("%s", file)
                            .doesNotContainPattern("ltk_[0-9a-f]{16}_")
                            .doesNotContainPattern("(?i)--insecure|verify_peer|rejectUnauthorized|CERT_NONE"));
        }
    }
}
