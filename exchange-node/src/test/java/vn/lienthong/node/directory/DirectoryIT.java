package vn.lienthong.node.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.EnrolmentRequest;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRegistration;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.SuitePublicKey;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentToken;
import vn.lienthong.node.directory.internal.enrolment.StrictBody;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.keys.PeerTransport.Peer;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.Installation;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryIT {

    private static final InstantSource CLOCK = InstantSource.system();

    private DirectorySite site;
    private Installation first;
    private Installation second;

    DirectoryIT() throws IOException, InterruptedException {
        site = new DirectorySite();
        first = site.announce("first");
        second = site.announce("second");
    }

    @BeforeAll
    void enrol() throws IOException, InterruptedException {
        assertThat(site.register("A01", "first").statusCode()).isEqualTo(201);
        first.start();
        second.start();
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
        site.close();
    }

    @Test
    void publishesAnAgencyWithItsNodeAndGivesItKeys() throws IOException {
        assertThat(first.get(NodeKeys.class).nodeId()).isEqualTo(new NodeId("first"));
        DirectorySite.await("keys of A01", () -> hasKeys(first, "A01") && hasKeys(second, "A01"));
        AgencyId agency = agency(first, "A01");
        assertThat(first.get(DirectoryView.class).hostedHere()).contains(agency);
        assertThat(second.get(DirectoryView.class).hostedHere()).doesNotContain(agency);
        assertThat(first.get(AgencyKeys.class).signing(agency)).isPresent();
        for (String suite : Set.of("LT-1", "LT-2")) {
            assertThat(first.get(AgencyKeys.class).recipientKeys(agency, new SuiteId(suite)))
                    .hasSize(1);
        }
        DirectorySite.await("first accounts", () -> Files.exists(site.accountsOf("first")));
        assertThat(Files.readString(site.accountsOf("first"))).contains("\"agency\":\"A01\"", "CLERK", "SUBMIT");
    }

    @Test
    void showsAChangeAtTheNodesAtOnce() throws IOException, InterruptedException {
        DirectorySite.await("second is listed", () -> knows(second, "second"));
        assertThat(site.register("B01", "second").statusCode()).isEqualTo(201);
        DirectorySite.await(
                "B01",
                () -> first.get(DirectoryView.class)
                        .current()
                        .agency(new AgencyCode("B01"), CLOCK.instant())
                        .isPresent());
    }

    @Test
    void letsNodesReachEachOtherAndNobodyElse() throws IOException, InterruptedException {
        DirectorySite.await("both are listed", () -> knows(first, "second") && knows(second, "first"));
        Peer peer = first.get(PeerTransport.class).to(new NodeId("second")).orElseThrow();
        assertThat(statusOf(peer, "/exchange/v1/nothing-here")).isEqualTo(404);
        Peer wrong = first.get(PeerTransport.class).to(new NodeId("directory")).orElseThrow();
        // The client that was made for the directory refuses the other node, though that is listed too.
        Peer misled = new Peer(wrong.node(), peer.address(), wrong.client());
        assertThatThrownBy(() -> statusOf(misled, "/exchange/v1/nothing-here")).isInstanceOf(IOException.class);
    }

    @Test
    void refusesATokenThatWasUsedByAnotherNode() throws IOException, InterruptedException {
        String token = site.token("third");
        try (Installation third = site.announce("third", token);
                Installation thief = site.announce("third", token)) {
            third.start();
            assertThatThrownBy(thief::start).hasStackTraceContaining("LT-4005");
        }
    }

    @Test
    void approvesANodeForSecretsByTwoPeopleAndLowersItByOne() throws IOException, InterruptedException {
        DirectorySite.await("second is listed", () -> knows(first, "second"));
        String path = "/api/v1/directory/nodes/second/approval";
        HttpResponse<String> wished = site.post(path, "{\"level\":\"SECRET\",\"reason\":\"Quyết định 12\"}");
        assertThat(wished.statusCode()).as(wished.body()).isEqualTo(200);
        String proposal = DirectorySite.find("\"proposalId\":\"([^\"]+)\"", wished.body());
        assertThat(site.get("/api/v1/directory/approvals").body()).contains(proposal);
        assertThat(level("second")).as("nobody has confirmed").isEqualTo(Secrecy.ORDINARY);
        Browser watcher = site.watcher();
        assertThat(watcher.get("/directory/approvals").body()).contains("Quyết định 12");
        Map<String, String> decision = Map.of("proposal", proposal, "decision", "confirm");
        assertThat(watcher.submit("/directory/approvals", "/directory/approvals", decision)
                        .statusCode())
                .isEqualTo(302);
        DirectorySite.await("second is approved", () -> level("second") == Secrecy.SECRET);
        DirectorySite.await(
                "second rings",
                () -> second.get(DirectoryAlarms.class).list(20).stream()
                        .anyMatch(kept -> kept.alarm().detail().contains("SECRET, before ORDINARY")));
        HttpResponse<String> lowered = site.post(path, "{\"level\":\"ORDINARY\",\"reason\":\"Đổi máy chủ\"}");
        assertThat(lowered.body()).contains("\"proposalId\":null");
        DirectorySite.await("second is lowered", () -> level("second") == Secrecy.ORDINARY);
        Secrecy after = level("second");
        assertThat(watcher.submit("/directory/approvals", "/directory/approvals", decision)
                        .statusCode())
                .isEqualTo(302);
        assertThat(level("second")).as("a proposal is good once").isEqualTo(after);
    }

    private Secrecy level(String node) {
        return first.get(DirectoryView.class)
                .current()
                .node(new NodeId(node))
                .orElseThrow()
                .node()
                .approvedFor();
    }

    @Test
    void refusesAForgedToken() throws IOException, InterruptedException {
        String token = site.token("fourth");
        char[] forged = token.toCharArray();
        forged[40] = forged[40] == 'A' ? 'B' : 'A';
        try (Installation node = site.announce("fourth", new String(forged))) {
            assertThatThrownBy(node::start).hasStackTraceContaining("LT-4005");
        }
    }

    @Test
    void shutsARevokedNodeOutOnConnectionsThatAreOpen() throws IOException, InterruptedException {
        try (Installation revoked = site.announce("revoked")) {
            revoked.start();
            DirectorySite.await("all are listed", () -> knows(revoked, "second") && knows(second, "revoked"));
            Peer peer =
                    revoked.get(PeerTransport.class).to(new NodeId("second")).orElseThrow();
            assertThat(statusOf(peer, "/exchange/v1/nothing-here")).isEqualTo(404);
            assertThat(site.post("/api/v1/directory/nodes/revoked/revocation", "{\"reason\":\"test\"}")
                            .statusCode())
                    .isEqualTo(200);
            DirectorySite.await(
                    "the revocation",
                    () -> second.get(PeerTransport.class)
                            .to(new NodeId("revoked"))
                            .isEmpty());
            assertThat(statusOf(peer, "/exchange/v1/nothing-here")).isEqualTo(401);
            DirectorySite.await(
                    "the revocation list with its certificates",
                    () -> isOnTheList(revoked.get(NodeKeys.class).signingKey().certificate()));
            assertThat(isOnTheList(second.get(NodeKeys.class).signingKey().certificate()))
                    .isFalse();
        }
    }

    private boolean isOnTheList(X509Certificate certificate) {
        return second.get(PublicationArchive.class)
                .revocations()
                .filter(list -> listed(list.toByteArray()).isRevoked(certificate))
                .isPresent();
    }

    private static X509CRL listed(byte[] der) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void startsWithItsCopyWhenTheDirectoryIsAway() throws IOException, InterruptedException {
        try (DirectorySite other = new DirectorySite()) {
            try (Installation node = other.announce("alone")) {
                assertThat(other.register("C01", "alone").statusCode()).isEqualTo(201);
                node.start();
                DirectorySite.await("keys of C01", () -> hasKeys(node, "C01"));
                node.stop();
                other.directory().stop();
                node.start();
                AgencyId agency = agency(node, "C01");
                assertThat(node.get(AgencyKeys.class).signing(agency)).isPresent();
                assertThat(node.get(DirectoryView.class).hostedHere()).containsExactly(agency);
            }
        }
    }

    @Test
    void numbersPublicationsWithoutGapWhenManyAreMadeAtOnce() throws Exception {
        List<Callable<Integer>> requests = IntStream.range(0, 24)
                .<Callable<Integer>>mapToObj(number ->
                        () -> site.register("R" + (10 + number), "second").statusCode())
                .toList();
        DirectorySite.await("second is listed", () -> knows(second, "second"));
        try (ExecutorService many = Executors.newFixedThreadPool(12)) {
            for (Future<Integer> answer : many.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        DirectoryView view = site.directory().get(DirectoryView.class);
        List<@Nullable Long> stored = site.directory()
                .get(JdbcClient.class)
                .sql("select sequence from publication order by sequence")
                .query(Long.class)
                .list();
        assertThat(stored)
                .isEqualTo(LongStream.rangeClosed(1, stored.size()).boxed().toList());
        DirectorySite.await(
                "the node follows", () -> first.get(DirectoryView.class).sequence() >= view.sequence());
    }

    @Test
    void refusesKeysFromANodeThatDoesNotServeTheAgency() throws IOException, InterruptedException {
        DirectorySite.await("keys of A01", () -> hasKeys(second, "A01"));
        AgencyId agency = agency(second, "A01");
        PlaceholderCertificates fresh = new PlaceholderCertificates(CLOCK);
        SigningKey classical = fresh.generate(KeyAlgorithm.EC_P256);
        SigningKey postQuantum = fresh.generate(KeyAlgorithm.ML_DSA_65);
        SigningKey sealing = fresh.generate(KeyAlgorithm.MLKEM768_X25519);
        KeyRegistration stolen = new KeyRegistration(
                1,
                request(classical),
                request(postQuantum),
                List.of(new SuitePublicKey(
                        "LT-1", Octets.of(sealing.certificate().getPublicKey().getEncoded()))));
        long before = site.directory().get(DirectoryView.class).sequence();
        assertThat(put(second, "/exchange/v1/directory/agencies/" + agency + "/keys", stolen))
                .contains("LT-4008");
        assertThat(site.directory().get(DirectoryView.class).sequence()).isEqualTo(before);
        KeyRegistration unproved =
                new KeyRegistration(1, Octets.of(new byte[100]), request(postQuantum), stolen.suiteKeys());
        assertThat(put(first, "/exchange/v1/directory/agencies/" + agency + "/keys", unproved))
                .contains("LT-4007");
    }

    @Test
    void answersTheSameEnrolmentAgainButNoOtherOne() throws IOException, InterruptedException {
        EnrolmentToken token = EnrolmentToken.parse(site.token("fifth")).orElseThrow();
        PlaceholderCertificates fresh = new PlaceholderCertificates(CLOCK);
        EnrolmentRequest request = enrolment(token, fresh.generate(KeyAlgorithm.EC_P256));
        HttpResponse<String> answer = enrol(request);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(enrol(request).statusCode()).isEqualTo(200);
        assertThat(enrol(enrolment(token, fresh.generate(KeyAlgorithm.EC_P256))).body())
                .contains("LT-4005");
    }

    private HttpResponse<String> enrol(EnrolmentRequest request) throws IOException, InterruptedException {
        return site.post("/directory/v1/enrolments", new String(StrictBody.write(request), StandardCharsets.UTF_8));
    }

    private static EnrolmentRequest enrolment(EnrolmentToken token, SigningKey key) {
        return new EnrolmentRequest(
                1,
                token.tokenId().toString(),
                token.secret(),
                "https://fifth.example",
                null,
                request(key),
                request(key));
    }

    private static Octets request(SigningKey key) {
        return Octets.of(CertificateRequest.create(
                key.privateKey(), key.certificate().getPublicKey(), new X500Principal("CN=test")));
    }

    private static String put(Installation node, String path, Object body) throws IOException, InterruptedException {
        DirectorySite.await("the directory is listed", () -> knows(node, "directory"));
        Peer directory =
                node.get(PeerTransport.class).to(new NodeId("directory")).orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(directory.address().resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(StrictBody.write(body)))
                .build();
        return directory
                .client()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static boolean hasKeys(Installation node, String code) {
        return node.get(DirectoryView.class)
                .current()
                .agency(new AgencyCode(code), CLOCK.instant())
                .filter(entry -> !entry.keys().isEmpty())
                .isPresent();
    }

    private static boolean knows(Installation node, String other) {
        return node.get(PeerTransport.class).to(new NodeId(other)).isPresent();
    }

    private static AgencyId agency(Installation node, String code) {
        return node.get(DirectoryView.class)
                .current()
                .agency(new AgencyCode(code), CLOCK.instant())
                .orElseThrow()
                .agency()
                .id();
    }

    private static int statusOf(Peer peer, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(peer.address().resolve(path)).build();
        return peer.client()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
