package vn.lienthong.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md claims is shown by tests that exist under the names that it gives. */
class SecurityClaimsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))\\.([a-z][A-Za-z0-9]*)`");

    @Test
    void namesOnlyTestsThatExist() throws IOException {
        Map<String, Path> classes = testClasses();
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(ROOT.resolve("docs/security.md")));
        int claims = 0;
        while (named.find()) {
            claims++;
            Path file = classes.get(named.group(1));
            if (file == null || !Files.readString(file).contains("void " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(claims).isGreaterThan(10);
    }

    @Test
    void leavesNoClaimWithoutATest() throws IOException {
        List<String> bare = new ArrayList<>();
        boolean guaranteed = false;
        for (String line : Files.readAllLines(ROOT.resolve("docs/security.md"))) {
            if (line.startsWith("## ")) {
                guaranteed = line.equals("## What is guaranteed");
            }
            boolean claim = guaranteed && line.startsWith("| ") && !line.startsWith("| claim");
            if (claim && !NAMED.matcher(line).find()) {
                bare.add(line);
            }
        }
        assertThat(bare).isEmpty();
    }

    private static Map<String, Path> testClasses() throws IOException {
        Map<String, Path> classes = new TreeMap<>();
        for (String module : List.of("crypto", "exchange-core", "exchange-node")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                classes.put(String.valueOf(file.getFileName()).replace(".java", ""), file));
            }
        }
        return classes;
    }
}
