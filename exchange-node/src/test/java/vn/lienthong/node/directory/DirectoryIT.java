package vn.lienthong.node.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.keys.PeerTransport.Peer;
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
        long begun = System.nanoTime();
        DirectorySite.await(
                "B01",
                () -> first.get(DirectoryView.class)
                        .current()
                        .agency(new AgencyCode("B01"), CLOCK.instant())
                        .isPresent());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
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
