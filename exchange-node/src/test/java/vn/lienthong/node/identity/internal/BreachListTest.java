package vn.lienthong.node.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachListTest {

    @Test
    void knowsWhatIsTriedFirstHoweverItEnds() {
        BreachList list = new BreachList("");
        assertThat(List.of("password123", "Basketball", "basketball2026!!", "1qaz2wsx3edc", "SUNFLOWER1"))
                .allMatch(list::knows);
        assertThat(List.of("bảy con mực nướng", "correct horse 9 battery", "tám con cua rang me", "x", ""))
                .noneMatch(list::knows);
    }

    @Test
    void findsEveryLineOfTheOperatorsFileAndNoOther(@TempDir Path directory)
            throws IOException, GeneralSecurityException {
        for (int size : List.of(1, 2, 3, 7, 100)) {
            TreeSet<String> lines = new TreeSet<>();
            for (int number = 0; number < size; number++) {
                lines.add(digest("leaked " + number) + ":" + number * 977);
            }
            for (String end : List.of("\n", "\r\n")) {
                Path file = directory.resolve("list");
                Files.writeString(file, String.join(end, lines) + end);
                BreachList list = new BreachList(file.toString());
                assertThat(IntStream.range(0, size).mapToObj(number -> "leaked " + number))
                        .as("%d lines", size)
                        .allMatch(list::knows);
                assertThat(IntStream.range(0, 50).mapToObj(number -> "not leaked " + number))
                        .noneMatch(list::knows);
            }
        }
    }

    @Test
    void goesOnWithoutAFileThatIsAwayOrEmptyOrNoList(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("list");
        assertThat(new BreachList(file.toString()).knows("bảy con mực nướng")).isFalse();
        Files.writeString(file, "");
        assertThat(new BreachList(file.toString()).knows("bảy con mực nướng")).isFalse();
        Files.writeString(file, "x".repeat(10_000));
        assertThat(new BreachList(file.toString()).knows("bảy con mực nướng")).isFalse();
    }

    private static String digest(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
