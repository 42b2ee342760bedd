package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.SandboxClient;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.testing.TestDirectories;

/** A sandbox as it is started for programs. One serves all tests of this process. */
final class SandboxUnderTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String BINARIES =
            "lienthong.database.binaries=" + Path.of("target", "mariadb").toAbsolutePath();

    private static @Nullable SandboxUnderTest shared;

    private final Path root;
    private final Site site;

    private SandboxUnderTest(Path root, Site site) {
        this.root = root;
        this.site = site;
    }

    static synchronized SandboxUnderTest shared() throws IOException, StepFailedException {
        SandboxUnderTest running = shared;
        if (running == null) {
            running = start();
            shared = running;
        }
        return running;
    }

    private static SandboxUnderTest start() throws IOException, StepFailedException {
        Path root = TestDirectories.fresh("sandbox");
        Files.createDirectory(root.resolve("work"));
        Narrator narrator = new Narrator(new PrintWriter(Files.newBufferedWriter(root.resolve("story.log"))));
        List<String> jvm = new ArrayList<>(JvmOptions.withHeap("384m"));
        jvm.addAll(List.of("-XX:+UseSerialGC", "-Dlienthong.testing=true"));
        jvm.addAll(ProgramUnderTest.quickStart());
        List<String> more = new ArrayList<>(SandboxCommand.arguments());
        more.addAll(List.of("--set", BINARIES));
        Site.ServerOptions options = new Site.ServerOptions(
                Program.ofJar(ProgramUnderTest.jar()), jvm, Map.of(), more, false, LIMIT, Duration.ofSeconds(30));
        Site site = new Site(root.resolve("site"), SandboxCommand.actors(root.resolve("site")), narrator, options);
        Runtime.getRuntime().addShutdownHook(new Thread(site::close));
        site.start();
        site.retire(Cast.OFFLINE_NODE);
        return new SandboxUnderTest(root, site);
    }

    Endpoints.Installation node() {
        return site.endpoints().nodes().getFirst();
    }

    /** Its address without a stroke at the end. */
    String origin() {
        return node().baseUrl().toString().replaceAll("/$", "");
    }

    /** Where the programs of agencies keep what is theirs. */
    Path work() {
        return root.resolve("work");
    }

    /** The first key of an agency. */
    String key(String agency) throws IOException {
        Path file = root.resolve("site").resolve(node().id() + "-first-accounts.json");
        return FirstAccounts.read(file)
                .flatMap(accounts -> accounts.keyFor("SUBMIT", agency))
                .orElseThrow();
    }

    private Connection connection(String agency) throws IOException {
        return Connection.to(
                node().baseUrl(), Optional.of(Path.of(node().caCertificate())), Optional.of(new Secret(key(agency))));
    }

    Endpoints.User administrator() {
        return node().users().stream()
                .filter(user -> user.roles().contains("ADMINISTRATOR"))
                .findFirst()
                .orElseThrow();
    }

    /** The copy of the directory, asked with any key. */
    DirectoryClient directory(String key) throws IOException {
        return DirectoryClient.open(Connection.to(
                node().baseUrl(), Optional.of(Path.of(node().caCertificate())), Optional.of(new Secret(key))));
    }

    ExchangeClient program(String agency) throws IOException {
        return ExchangeClient.open(connection(agency));
    }

    SandboxClient steering(String agency) throws IOException {
        return SandboxClient.open(connection(agency));
    }
}
