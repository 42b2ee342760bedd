package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.client.Digests;
import vn.lienthong.node.testing.TestDirectories;

/**
 * The jar that the build has made, unpacked once so that the many starts of the tests can share its classes in an archive of the
 * virtual machine. The first process that ends in an orderly way writes that archive.
 */
final class ProgramUnderTest {

    private static final Path JAR = Path.of("target", "lienthong.jar").toAbsolutePath();
    private static final Path UNPACKED = TestDirectories.ofThisProcess().resolve("unpacked");
    private static final long LIMIT_SECONDS = 120;

    private static @Nullable Path jar;

    private ProgramUnderTest() {}

    /** The jar to start. */
    static synchronized Path jar() throws IOException {
        Path known = jar;
        if (known == null) {
            known = unpacked();
            jar = known;
        }
        return known;
    }

    // By digest: the build gives every jar the same time.
    private static Path unpacked() throws IOException {
        Path mark = UNPACKED.resolve("digest");
        String digest = Digests.sha512(JAR).hex();
        if (!Files.exists(mark) || !Files.readString(mark).equals(digest)) {
            PrivateFiles.deleteTree(Files.createDirectories(UNPACKED));
            unpack();
            Files.writeString(mark, digest);
        }
        return UNPACKED.resolve("lienthong.jar");
    }

    /** Options that make it start as quickly as it can. */
    static List<String> quickStart() {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + UNPACKED.resolve("classes.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    /** Whether there is an archive yet. */
    static boolean isTrained() {
        return Files.exists(UNPACKED.resolve("classes.jsa"));
    }

    private static void unpack() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        UNPACKED.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("cannot unpack " + JAR);
            }
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }
}
