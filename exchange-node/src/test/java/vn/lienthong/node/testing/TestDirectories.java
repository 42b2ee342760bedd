package vn.lienthong.node.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories for tests below the build directory, so that a clean build removes what a failed test left. */
public final class TestDirectories {

    private static final Path PLACE =
            Path.of(System.getProperty("lienthong.test.place", "target")).toAbsolutePath();

    private TestDirectories() {}

    /** Where this process of the build keeps what it makes for itself: another one runs other tests at the same time. */
    public static Path ofThisProcess() {
        return PLACE;
    }

    /** A new, empty directory. */
    public static Path fresh(String purpose) throws IOException {
        Path parent = Files.createDirectories(PLACE.resolve("tests"));
        return Files.createTempDirectory(parent, purpose + "-");
    }
}
