package vn.lienthong.node.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The cache of loaded classes and method profiles (JEP 483, 514, 515) beside an unpacked program. The virtual machine checks its
 * sums, its own version and every jar of the class path, and starts without it when anything does not fit.
 */
final class QuickStart {

    private static final String CACHE = "lienthong.aot";

    private QuickStart() {}

    /** The cache that belongs to the program, whether it is there or not. */
    static Path cacheOf(Path jar) {
        return jar.resolveSibling(CACHE);
    }

    /** Options that use the program's cache; none when there is none. */
    static List<String> optionsFor(Path jar) {
        Path cache = cacheOf(jar);
        return Files.isRegularFile(cache)
                ? List.of("-XX:AOTCache=" + cache, "-XX:+VerifySharedSpaces", "-Xlog:aot*=off", "-Xlog:cds*=off")
                : List.of();
    }

    /** Options that write down what a cache is to hold, when the process ends in an orderly way. */
    static List<String> recording(Path configuration) {
        return List.of(
                "-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration, "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    /** Options that make a cache of what was written down. */
    static List<String> creating(Path configuration, Path cache) {
        return List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + configuration,
                "-XX:AOTCache=" + cache,
                "-Xlog:aot*=off",
                "-Xlog:cds*=off");
    }
}
