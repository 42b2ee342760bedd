package vn.lienthong.node.trial;

import org.springframework.boot.logging.LoggingSystem;

/** Keeps libraries from talking between the lines of a tool: what they find out is in their results. */
final class QuietLibraries {

    private QuietLibraries() {}

    /** From now on, in this process, which is none of the servers. */
    static void please() {
        LoggingSystem.get(QuietLibraries.class.getClassLoader()).beforeInitialize();
    }
}
