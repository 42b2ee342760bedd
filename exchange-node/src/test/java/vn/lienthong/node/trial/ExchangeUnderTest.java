package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.testing.TestDirectories;

/**
 * A directory and nodes as processes of their own, each with its own data, keys and database, and a line to each node that can
 * be torn. One exchange serves all tests of this process; each test leaves it whole.
 */
final class ExchangeUnderTest implements AutoCloseable {

    static final String ALPHA = "alpha";
    static final String BETA = "beta";

    private static @Nullable ExchangeUnderTest shared;

    private final Path root;
    private final Narrator narrator;
    private final Endpoints.Installation directoryPlace;
    private final ServerUnderTest directory;
    private final Map<String, NodeUnderTest> nodes = new LinkedHashMap<>();
    private Optional<Secret> directoryKey = Optional.empty();

    private ExchangeUnderTest(Path root) throws IOException {
        this.root = root;
        PrivateFiles.createDirectory(root.resolve("logs"));
        this.narrator = new Narrator(new PrintWriter(Files.newBufferedWriter(
                root.resolve("logs/story.log"), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)));
        Path data = root.resolve("directory");
        this.directoryPlace = new Endpoints.Installation(
                "directory",
                "directory",
                "Danh mục thử",
                null,
                List.of(),
                NodeUnderTest.freeAddress(),
                NodeUnderTest.freeAddress(),
                null,
                List.of(),
                data.resolve("keys/anchor.pem").toString(),
                data.toString());
        this.directory = new ServerUnderTest(directoryPlace, root.resolve("logs"), directoryCommand(), narrator);
    }

    /** The exchange of all tests of this process: two nodes with two agencies each. */
    static synchronized ExchangeUnderTest shared() throws IOException {
        ExchangeUnderTest running = shared;
        if (running == null) {
            running = new ExchangeUnderTest(TestDirectories.fresh("exchange"));
            shared = running;
            ExchangeUnderTest closed = running;
            Runtime.getRuntime().addShutdownHook(new Thread(closed::closeAtEnd));
            running.startDirectory();
            running.join(ALPHA, List.of("H10.01", "H10.02"));
            running.join(BETA, List.of("H20.01", "H20.02"));
            running.awaitWhole();
        }
        return running;
    }

    private List<String> directoryCommand() {
        return List.of(
                "directory",
                "--data",
                directoryPlace.dataDirectory(),
                "--port",
                Integer.toString(directoryPlace.baseUrl().getPort()),
                "--exchange-port",
                Integer.toString(directoryPlace.exchangeUrl().getPort()),
                "--set",
                "lienthong.database.binaries=" + Path.of("target", "mariadb").toAbsolutePath(),
                "--first-accounts",
                root.resolve("directory-accounts.json").toString());
    }

    private void startDirectory() throws IOException {
        directory.start();
        directory.awaitReady();
        directoryKey = Optional.of(firstKey());
        if (!ProgramUnderTest.isTrained()) {
            directory.stop();
            directory.start();
            directory.awaitReady();
        }
    }

    /** Written a moment after the directory answers for the first time, account by account. */
    private Secret firstKey() throws IOException {
        Path file = root.resolve("directory-accounts.json");
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));
        Optional<String> key = Optional.empty();
        while (key.isEmpty() && deadline.rest()) {
            key = FirstAccounts.read(file).flatMap(accounts -> accounts.keyFor("DIRECTORY_ADMIN", null));
        }
        return new Secret(key.orElseThrow());
    }

    /** Registers and starts one more node; it is not waited for. */
    NodeUnderTest join(String id, List<String> codes, String... options) throws IOException {
        NodeUnderTest node = announce(id, codes, options);
        node.server().start();
        return node;
    }

    /** Registers one more node, which is to be started with the token that it now holds. */
    NodeUnderTest announce(String id, List<String> codes, String... options) throws IOException {
        NodeUnderTest node = NodeUnderTest.plan(id, codes, root, directoryPlace.baseUrl(), narrator, List.of(options));
        try (DirectoryClient administration = administration()) {
            String token =
                    administration.registerNode(id, "Nút " + id).orThrow().token();
            node.enrolWith(token);
            for (String code : codes) {
                register(administration, code, id);
            }
        } catch (RefusedException refused) {
            throw new AssertionError(refused);
        }
        nodes.put(id, node);
        return node;
    }

    /** Registers an agency with a node, whether that runs or not. */
    static void register(DirectoryClient administration, String code, String node) throws IOException {
        try {
            var registered = administration
                    .registerAgency(new DirectoryClient.NewAgency(code, "Cơ quan " + code, bloc(code), node))
                    .orThrow();
            if (registered.agencyId() == null) {
                throw new AssertionError("no id for " + code);
            }
        } catch (RefusedException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Codes tell the bloc: {@code T} is the Party, all others are the Government. */
    private static String bloc(String code) {
        return code.startsWith("T") ? "PARTY" : "GOVERNMENT";
    }

    /** Waits until every node answers and knows the keys of all agencies. */
    void awaitWhole() throws IOException {
        List<String> codes =
                nodes.values().stream().flatMap(node -> node.codes().stream()).toList();
        for (NodeUnderTest node : nodes.values()) {
            node.server().awaitReady();
            for (String code : codes) {
                node.awaitKnown(code);
            }
        }
    }

    /** Takes a node out of the exchange, in the directory as well: others must not wait for a witness that is no more. */
    void expel(String id) throws IOException {
        nodes.remove(id);
        try (DirectoryClient administration = administration()) {
            // Refused when a test has revoked it before.
            var _ = administration.revokeNode(id, "end of the test");
        }
    }

    /** The directory's administration, to be closed. */
    DirectoryClient administration() throws IOException {
        return DirectoryClient.open(Connection.to(
                directoryPlace.baseUrl(), Optional.of(Path.of(directoryPlace.caCertificate())), directoryKey));
    }

    Endpoints.Installation directoryPlace() {
        return directoryPlace;
    }

    ServerUnderTest directory() {
        return directory;
    }

    NodeUnderTest node(String id) {
        return Optional.ofNullable(nodes.get(id)).orElseThrow();
    }

    NodeUnderTest alpha() {
        return node(ALPHA);
    }

    NodeUnderTest beta() {
        return node(BETA);
    }

    /** A fresh directory for what a test itself writes; nothing of it is looked at as a node's. */
    Path work(String purpose) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(root.resolve("work")), purpose + "-");
    }

    /** Writes a line into the exchange's own story, beside the logs. */
    void tell(String line) {
        narrator.say(line);
    }

    /** The directories of all nodes and what they printed. */
    List<Path> places() {
        List<Path> places = new ArrayList<>(List.of(root.resolve("logs"), directory.data()));
        nodes.values().forEach(node -> places.add(node.server().data()));
        return places;
    }

    /** The verified directory, by an anchor that a node pinned. */
    DirectoryRecord record() throws IOException {
        List<Endpoints.Installation> all =
                nodes.values().stream().map(NodeUnderTest::place).toList();
        try {
            return new EvidenceAudit(work("audit"), new Endpoints(directoryPlace, all), narrator).directory();
        } catch (StepFailedException unproven) {
            throw new AssertionError(unproven);
        }
    }

    private void closeAtEnd() {
        try {
            close();
        } catch (IOException late) {
            narrator.say("closing failed: " + late);
        }
    }

    @Override
    public void close() throws IOException {
        for (NodeUnderTest node : nodes.values()) {
            node.server().process().askToStop();
        }
        for (NodeUnderTest node : nodes.values()) {
            node.close();
        }
        directory.close();
    }
}
