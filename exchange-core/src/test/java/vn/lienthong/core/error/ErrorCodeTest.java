package vn.lienthong.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    @Test
    void everyEntryIsCompleteAndFound() {
        for (ErrorCode error : ErrorCode.values()) {
            assertThat(error.code()).matches("LT-[0-9]{4}");
            assertThat(ErrorCode.find(error.code())).contains(error);
            assertThat(error.vietnamese()).isNotBlank();
            assertThat(error.english()).isNotBlank();
            assertThat(error.httpStatus()).isBetween(400, 599);
        }
    }

    @Test
    void titlesAreDistinct() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::vietnamese)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::english)).doesNotHaveDuplicates();
    }

    @Test
    void documentationListsEveryEntryAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
                .filter(line -> line.startsWith("| LT-"))
                .toList();
        assertThat(rows).hasSameSizeAs(ErrorCode.values());
        for (ErrorCode error : ErrorCode.values()) {
            String again = error.retryable() ? "yes" : "no";
            assertThat(rows)
                    .anyMatch(row -> row.startsWith("| " + error.code() + " | " + error.httpStatus() + " |")
                            && row.contains(
                                    "| " + again + " | " + error.vietnamese() + " | " + error.english() + " |"));
        }
    }

    @Test
    void unknownCodesAreNothing() {
        assertThat(ErrorCode.find("LT-0000")).isEmpty();
        assertThat(ErrorCode.find("1001")).isEmpty();
    }
}
