package vn.lienthong.node.audit.search;

import java.util.Map;
import java.util.function.Consumer;

/** Puts searching to the test on an installation that holds nothing else; for the benchmark. */
public interface SearchTrial {

    /** Adds so many events of no meaning, spread over ninety days. */
    void fill(long events, Consumer<String> progress);

    /** Asks what officers ask and returns how long they wait, in milliseconds, and how many events a second can be recorded. */
    Map<String, Object> measure(Consumer<String> progress);
}
