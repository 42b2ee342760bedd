package vn.lienthong.node.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line that a benchmark prints. Processes are named by node id; the database of a node has {@code -db} behind it, the
 * benchmark's own process is {@code bench}.
 *
 * @param size octets of each document
 * @param count documents
 * @param threads that submitted
 * @param nodes that took part
 * @param window documents under way at the same time
 * @param heap of each server
 * @param seconds from the first submission to the last receipt
 * @param docsPerSecond documents whose receipts were back, per second
 * @param mibPerSecond the same in content
 * @param cpuMsPerDocument user and system time of each process while measured
 * @param latencyMs submit → receipt
 * @param peakHeapMiB the largest heap of each virtual machine, before its collections
 * @param rssMiB the largest resident set of each process
 * @param bytesOnWire between nodes, both directions, with TLS; absent when the machine cannot tell
 * @param bytesOnWireHow how that was counted
 * @param deferrals how often the node asked to come again later
 * @param failures documents without a receipt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BenchResult(
        long size,
        int count,
        int threads,
        int nodes,
        int window,
        String heap,
        double seconds,
        double docsPerSecond,
        double mibPerSecond,
        Map<String, Double> cpuMsPerDocument,
        Map<String, Double> latencyMs,
        Map<String, Double> peakHeapMiB,
        Map<String, Double> rssMiB,
        @Nullable Long bytesOnWire,
        String bytesOnWireHow,
        int deferrals,
        int failures) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One line. */
    String json() {
        return JSON.writeValueAsString(this);
    }
}
