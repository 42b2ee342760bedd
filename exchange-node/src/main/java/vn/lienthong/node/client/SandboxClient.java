package vn.lienthong.node.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program does in a sandbox besides exchanging documents. Every other node refuses all of it as not found. Thread-safe. */
public final class SandboxClient implements AutoCloseable {

    private static final String SANDBOX = "/api/v1/sandbox";

    private final HttpDoor door;

    private SandboxClient(HttpDoor door) {
        this.door = door;
    }

    /**
     * The report about the program of the key's agency.
     *
     * @param runId of the run
     * @param agency code of the agency
     * @param system name of the program
     * @param begunAt when the run began
     * @param result {@code PASSED} or {@code NOT_PASSED}
     * @param checks the checklist
     */
    public record Report(
            String runId, String agency, String system, String begunAt, String result, List<Check> checks) {
        /** Copies the list. */
        public Report {
            checks = Lists.copy(checks);
        }

        /** Returns whether everything that is required was seen. */
        public boolean isPassed() {
            return result.equals("PASSED");
        }
    }

    /**
     * One line of the checklist.
     *
     * @param check its name
     * @param required whether nothing passes without it
     * @param seenAt when it was seen, or null
     * @param vietnamese what it asks for
     * @param english what it asks for
     */
    public record Check(
            String check, boolean required, @Nullable String seenAt, String vietnamese, String english) {}

    /**
     * The simulated agencies' time.
     *
     * @param now as they see it
     */
    public record Time(String now) {}

    /**
     * What a reset did.
     *
     * @param withdrawn how many documents were taken back
     * @param now the simulated agencies' time
     */
    public record Reset(int withdrawn, String now) {}

    /**
     * A client of one sandbox.
     *
     * @throws IOException if the anchor file cannot be used
     */
    public static SandboxClient open(Connection connection) throws IOException {
        return new SandboxClient(HttpDoor.open(connection));
    }

    /**
     * Moves the clock of the simulated agencies.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Time> advance(Duration step) throws IOException {
        return door.post(SANDBOX + "/clock", Map.of("advance", step.toString()), Time.class);
    }

    /**
     * Begins from the front for the agency of the key.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Reset> reset() throws IOException {
        return door.post(SANDBOX + "/reset", Map.of(), Reset.class);
    }

    /**
     * Begins a run: only what happens from now on counts.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Report> begin(String system) throws IOException {
        return door.post(SANDBOX + "/conformance", Map.of("system", system), Report.class);
    }

    /**
     * What was seen since the run began.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Report> conformance() throws IOException {
        return door.get(SANDBOX + "/conformance", Report.class);
    }

    /**
     * The same, octets for keeping (JSON).
     *
     * @throws IOException if the connection fails
     */
    public Answer<byte[]> report() throws IOException {
        return door.octets(SANDBOX + "/conformance");
    }

    /**
     * The report on a page sealed by the node (PDF).
     *
     * @throws IOException if the connection fails
     */
    public Answer<byte[]> certificate() throws IOException {
        return door.octets(SANDBOX + "/conformance.pdf");
    }

    @Override
    public void close() {
        door.close();
    }
}
