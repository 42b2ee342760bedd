package vn.lienthong.node.integration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.error.ErrorCode;

class ReadingPagesTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void findsErrorsByCodeAndByWordsWithoutMarks() {
        assertThat(ReadingPages.codes("LT-1209")).hasSize(1);
        assertThat(ReadingPages.codes("khong tim thay")).contains(ErrorCode.NOT_FOUND);
        assertThat(ReadingPages.codes("Not Found")).contains(ErrorCode.NOT_FOUND);
        assertThat(ReadingPages.codes("")).hasSize(ErrorCode.values().length);
        assertThat(ReadingPages.codes("<script>")).isEmpty();
    }

    @Test
    void carriesWhatItOffers() {
        assertThat(Reading.there())
                .extracting(Reading::slug)
                .contains("guide", "errors", "java", "php", "node", "python", "curl", "http");
        assertThat(Reading.there()).allMatch(reading -> Files.exists(DOCS.resolve(reading.path())));
    }

    @Test
    void opensNothingElseOfTheProgram() {
        assertThat(Reading.find("../application.properties")).isEmpty();
        assertThat(Reading.find("samples/java/LienThong.java")).isEmpty();
        assertThat(Reading.find("")).isEmpty();
    }
}
