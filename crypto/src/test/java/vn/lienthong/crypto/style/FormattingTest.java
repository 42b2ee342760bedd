package vn.lienthong.crypto.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One layout for all Java sources of the project. The formatter needs the parser of JDK 25 and therefore runs here, in the
 * forked test machine, and not inside Maven, which may itself run on an older JDK.
 *
 * <p>{@code mvn -q -pl crypto test -Dtest=FormattingTest -Dlienthong.format=write} rewrites the sources instead.
 */
class FormattingTest {

    private static final boolean WRITE = "write".equals(System.getProperty("lienthong.format"));

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everySourceFileHasTheHouseLayout() throws IOException {
        List<Path> different =
                sources().stream().filter(source -> !hasHouseLayout(source)).toList();
        assertThat(different).as("run with -Dlienthong.format=write").isEmpty();
    }

    private boolean hasHouseLayout(Path source) {
        try {
            String text = Files.readString(source);
            String formatted = formatter.formatSourceAndFixImports(text);
            if (WRITE && !formatted.equals(text)) {
                Files.writeString(source, formatted);
                return true;
            }
            return formatted.equals(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new AssertionError(source + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("").toAbsolutePath().resolveSibling("."))) {
            return files.map(Path::normalize)
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/"))
                    .toList();
        }
    }
}
