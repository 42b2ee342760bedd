package vn.lienthong.node.trial;

import java.util.List;

/** Options of the servers' virtual machines. */
final class JvmOptions {

    private JvmOptions() {}

    /** The usual ones, with a heap such as {@code 256m}. */
    static List<String> withHeap(String heap) {
        return List.of(
                "-Xmx" + heap,
                "-XX:+UseCompactObjectHeaders",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
