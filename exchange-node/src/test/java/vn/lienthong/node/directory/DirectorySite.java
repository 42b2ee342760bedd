package vn.lienthong.node.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.directory.internal.enrolment.Anchor;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.keys.TlsContexts;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.Installation;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;

/** A central directory in this process, with a client for its administration, and the nodes that a test adds. */
public final class DirectorySite implements AutoCloseable {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path accounts;
    private final Installation directory;
    private final HttpClient client;
    private final String key;
    private final Optional<SettableClock> clock;
    private Optional<Browser> watching = Optional.empty();

    DirectorySite() throws IOException {
        this(Optional.empty());
    }

    /** A directory, and nodes, that go by this clock. */
    public DirectorySite(Optional<SettableClock> clock) throws IOException {
        this.clock = clock;
        accounts = TestDirectories.fresh("accounts");
        directory = new Installation(
                Role.DIRECTORY,
                Map.of(
                        "lienthong.directory.first-accounts",
                        accounts.resolve("directory.json").toString()),
                clock);
        directory.start();
        client = HttpClient.newBuilder()
                .sslContext(TlsContexts.trusting(anchor().authority()))
                .build();
        key = find("(ltk_[0-9a-z_]+)", Files.readString(accounts.resolve("directory.json")));
    }

    /** The directory itself. */
    public Installation directory() {
        return directory;
    }

    /** Trusts what this directory has certified, with no certificate of its own. */
    public SSLContext trust() throws IOException {
        return TlsContexts.trusting(anchor().authority());
    }

    Anchor anchor() throws IOException {
        try {
            return Anchor.parse(Files.readAllBytes(directory.data().resolve("keys/anchor.pem")));
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    /** Announces a node and gives its installation, which is not started yet. */
    Installation announce(String nodeId) throws IOException, InterruptedException {
        return announce(nodeId, token(nodeId));
    }

    /** An installation that holds this token. */
    Installation announce(String nodeId, String token) throws IOException {
        Path file = accounts.resolve(nodeId + ".token");
        new SecretFile(file).write(new Secret(token));
        return new Installation(
                Role.NODE,
                Map.of(
                        "lienthong.directory.url",
                        directory.address().toString(),
                        "lienthong.directory.token-file",
                        file.toString(),
                        "lienthong.directory.first-accounts",
                        accountsOf(nodeId).toString()),
                clock);
    }

    /** Announces a node; the token with which it enrols. */
    public String token(String nodeId) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/api/v1/directory/nodes", "{\"nodeId\":\"" + nodeId + "\",\"name\":\"Nút thử\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return find("\"token\":\"([^\"]+)\"", answer.body());
    }

    Path accountsOf(String nodeId) {
        return accounts.resolve(nodeId + ".json");
    }

    HttpResponse<String> register(String code, String nodeId) throws IOException, InterruptedException {
        return post(
                "/api/v1/directory/agencies",
                "{\"code\":\"" + code + "\",\"name\":\"Cơ quan thử\",\"bloc\":\"PARTY\",\"nodeId\":\"" + nodeId
                        + "\"}");
    }

    /** Sends JSON to the administration. */
    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(directory.address().resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(directory.address().resolve(path))
                .header("Authorization", "Bearer " + key)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Approves a node for a level of secrecy, as two people do it. */
    public void approve(String node, Secrecy level) throws IOException, InterruptedException {
        HttpResponse<String> wished = post(
                "/api/v1/directory/nodes/" + node + "/approval",
                "{\"level\":\"" + level + "\",\"reason\":\"Quyết định 12\"}");
        assertThat(wished.statusCode()).as(wished.body()).isEqualTo(200);
        String proposal = find("\"proposalId\":\"([^\"]+)\"", wished.body());
        Map<String, String> decision = Map.of("proposal", proposal, "decision", "confirm");
        assertThat(watcher()
                        .submit("/directory/approvals", "/directory/approvals", decision)
                        .statusCode())
                .isEqualTo(302);
    }

    /** Whoever watches over the directory, signed in. */
    Browser watcher() throws IOException {
        if (watching.isEmpty()) {
            watching = Optional.of(signedIn());
        }
        return watching.get();
    }

    private Browser signedIn() throws IOException {
        LoginName login = new LoginName("second.person");
        NewAccount account = new NewAccount(
                login, "Người Thứ Hai", Set.of(vn.lienthong.node.identity.Role.SECURITY_OFFICER), Set.of());
        assertThat(directory.get(Accounts.class).create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        Authenticator phone = new Authenticator(
                directory.get(SecondFactors.class).handOut(login).reveal());
        Browser browser = new Browser(directory.get(ListenerPorts.class), trust());
        assertThat(browser.signIn(login.value(), PASSWORD).statusCode()).isEqualTo(302);
        String code = phone.code(directory.get(InstantSource.class).instant());
        assertThat(browser.submit("/sign-in/code", "/sign-in/code", Map.of("code", code))
                        .statusCode())
                .isEqualTo(302);
        return browser;
    }

    static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** Waits until it is so. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    @Override
    public void close() {
        directory.close();
        client.close();
    }
}
