package vn.lienthong.node.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.platform.Secret;

/** One node of an exchange, with the line over which other nodes reach it. */
final class NodeUnderTest implements AutoCloseable {

    private static final Set<Integer> PORTS_GIVEN = new HashSet<>();

    private final Endpoints.Installation place;
    private final Path root;
    private final TearableProxy line;
    private final ServerUnderTest server;
    private final Map<String, AgencyUnderTest> agencies = new ConcurrentHashMap<>();

    private NodeUnderTest(Endpoints.Installation place, Path root, TearableProxy line, ServerUnderTest server) {
        this.place = place;
        this.root = root;
        this.line = line;
        this.server = server;
    }

    static NodeUnderTest plan(
            String id, List<String> codes, Path root, URI directory, Narrator narrator, List<String> options)
            throws IOException {
        Path data = root.resolve(id);
        Endpoints.Installation place = new Endpoints.Installation(
                id,
                "node",
                "Nút " + id,
                "GOVERNMENT",
                codes,
                freeAddress(),
                freeAddress(),
                null,
                List.of(),
                data.resolve("directory/anchor.pem").toString(),
                data.toString());
        TearableProxy line = TearableProxy.to(place.exchangeUrl().getPort());
        List<String> command = new ArrayList<>(List.of(
                "node",
                "--data",
                place.dataDirectory(),
                "--port",
                Integer.toString(place.baseUrl().getPort()),
                "--exchange-port",
                Integer.toString(place.exchangeUrl().getPort()),
                "--exchange-url",
                line.address().toString(),
                "--directory",
                directory.toString(),
                "--enrol-token-file",
                token(root, id).toString(),
                "--set",
                "lienthong.database.binaries=" + Path.of("target", "mariadb").toAbsolutePath(),
                "--first-accounts",
                accounts(root, id).toString()));
        command.addAll(options);
        return new NodeUnderTest(
                place, root, line, new ServerUnderTest(place, root.resolve("logs"), command, narrator));
    }

    /** An address on this machine that no test has been given before. */
    static synchronized URI freeAddress() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (PORTS_GIVEN.add(socket.getLocalPort())) {
                    return URI.create("https://127.0.0.1:" + socket.getLocalPort());
                }
            }
        }
    }

    private static Path token(Path root, String id) {
        return root.resolve(id + "-token");
    }

    private static Path accounts(Path root, String id) {
        return root.resolve(id + "-accounts.json");
    }

    void enrolWith(String token) throws IOException {
        PrivateFiles.write(token(root, place.id()), token.getBytes(StandardCharsets.US_ASCII));
    }

    String id() {
        return place.id();
    }

    Endpoints.Installation place() {
        return place;
    }

    List<String> codes() {
        return place.agencyCodes();
    }

    TearableProxy line() {
        return line;
    }

    ServerUnderTest server() {
        return server;
    }

    /** Its exchange port itself, past the line. */
    URI exchange() {
        return place.exchangeUrl();
    }

    /** The log-in of the first account with a role; of an agency when one is given. */
    FirstAccounts.Login login(String role, @Nullable String agency) throws IOException {
        return FirstAccounts.read(accounts(root, place.id())).stream()
                .flatMap(accounts -> accounts.users().stream())
                .filter(user -> user.roles().contains(role))
                .filter(user -> agency == null || agency.equals(user.agency()))
                .findFirst()
                .orElseThrow();
    }

    NodeTables tables() throws IOException, SQLException {
        return NodeTables.open(server.data());
    }

    /** The system of an agency that this node serves. */
    AgencyUnderTest agency(String code) throws IOException {
        AgencyUnderTest known = agencies.get(code);
        if (known == null) {
            known = AgencyUnderTest.open(code, connection(awaitKey(code)));
            agencies.put(code, known);
        }
        return known;
    }

    /** The first key of an agency. */
    Secret key(String code) throws IOException {
        return awaitKey(code);
    }

    private Secret awaitKey(String code) throws IOException {
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        while (true) {
            Optional<String> key =
                    FirstAccounts.read(accounts(root, place.id())).flatMap(accounts -> accounts.keyFor("SUBMIT", code));
            if (key.isPresent()) {
                return new Secret(key.get());
            }
            if (!deadline.rest()) {
                throw new AssertionError(place.id() + " made no key for " + code);
            }
        }
    }

    private Connection connection(Secret key) {
        return Connection.to(place.baseUrl(), Optional.of(Path.of(place.caCertificate())), Optional.of(key));
    }

    /** Waits until its copy of the directory lists the agency with keys. */
    void awaitKnown(String code) throws IOException {
        awaitListed(code, true);
    }

    /** Waits until its copy of the directory lists the agency, with keys or without. */
    void awaitListed(String code, boolean withKeys) throws IOException {
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        try (DirectoryClient copy = DirectoryClient.open(connection(awaitKey(codes().getFirst())))) {
            while (!lists(copy, code, withKeys)) {
                if (!deadline.rest()) {
                    throw new AssertionError(place.id() + " does not know " + code);
                }
            }
        }
    }

    private static boolean lists(DirectoryClient copy, String code, boolean withKeys) throws IOException {
        return switch (copy.search(code)) {
            case Answer.Given<DirectoryClient.AgencyPage>(var page) ->
                page.agencies().stream()
                        .anyMatch(agency -> agency.code().equals(code) && (!withKeys || agency.hasKeys()));
            case Answer.Refused<DirectoryClient.AgencyPage>(var problem) ->
                throw new AssertionError(problem.readable());
        };
    }

    /** The payload files, complete or not. */
    List<Path> payloads() throws IOException {
        try (Stream<Path> files = Files.walk(server.data().resolve("payloads"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The payload file of a parcel. */
    Optional<Path> payload(String parcelId) throws IOException {
        return payloads().stream()
                .filter(file -> file.getFileName().toString().equals(parcelId))
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        agencies.values().forEach(AgencyUnderTest::close);
        server.close();
        line.close();
    }
}
