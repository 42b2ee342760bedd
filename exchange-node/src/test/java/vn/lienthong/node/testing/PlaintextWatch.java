package vn.lienthong.node.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test class during which something of a document came to lie readable on a disk, be it for a moment: in the data
 * directories of all nodes under test, in their logs, and in the directory for temporary files of the tests, which is the one of the nodes
 * that run in this process.
 */
public final class PlaintextWatch implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final Path BUILD = Path.of("target").toAbsolutePath();

    /** The database, and what belongs to tests in the place of agencies, programs and browsers, where documents are in the clear. */
    private static final Pattern NOT_THE_NODES = Pattern.compile("(.*/)?db(/.*)?"
            + "|(fork-./)?tests/(exchange|sandbox|training)-[^/]*/work(/.*)?"
            + "|(fork-./)?tests/(database|sending-folder|receiving-folder)-.*"
            + "|temporary/(junit|playwright-|hsperfdata|lienthong-old-book).*");

    private static final DiskWatch WATCH = begin();

    private static DiskWatch begin() {
        try {
            Path tests = Files.createDirectories(TestDirectories.ofThisProcess().resolve("tests"));
            Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
            List<Path> places = new ArrayList<>(List.of(tests));
            // One that other programs use as well says nothing about this one.
            if (temporary.startsWith(BUILD)) {
                places.add(temporary);
            }
            return DiskWatch.of(places, PlaintextWatch::isPassedOver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPassedOver(Path path) {
        return NOT_THE_NODES.matcher(BUILD.relativize(path).toString()).matches();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        WATCH.during(context.getRequiredTestClass().getName());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        WATCH.during(context.getRequiredTestClass().getName() + ", " + context.getDisplayName());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        assertThat(WATCH.found()).as("readable on a disk").isEmpty();
    }
}
