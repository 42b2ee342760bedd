package vn.lienthong.node.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.keys.PeerTransport.Peer;
import vn.lienthong.node.testing.Installation;
import vn.lienthong.node.testing.SettableClock;

/** Certificates of running nodes run out after a year: they get new ones and go on without being touched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalIT {

    private static final Duration SO_FAR = Duration.ofDays(250);

    /** Begins so long ago that what is issued before and after the step holds by the clock of this machine too. */
    private final SettableClock clock =
            new SettableClock(InstantSource.system().instant().minus(SO_FAR.plusDays(10)));

    private final DirectorySite site;
    private final Installation first;
    private final Installation second;

    RenewalIT() throws IOException, InterruptedException {
        site = new DirectorySite(Optional.of(clock));
        first = site.announce("first");
        second = site.announce("second");
    }

    @BeforeAll
    void enrol() {
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
    void goesOnWithNewCertificatesOnNewAndOldConnections() throws IOException, InterruptedException {
        DirectorySite.await("both are listed", () -> reaches(first, "second") && reaches(second, "first"));
        Sha256 firstSigner = signer(first);
        Sha256 secondSigner = signer(second);
        Peer toSecond = peer(first, "second");
        Peer toFirst = peer(second, "first");
        assertThat(List.of(status(toSecond), status(toFirst))).containsOnly(404);
        clock.advance(SO_FAR);
        assertThat(site.register("N01", "first").statusCode()).isEqualTo(201);
        DirectorySite.await(
                "both have renewed",
                () -> isRenewed(first, firstSigner, List.of(first, second))
                        && isRenewed(second, secondSigner, List.of(first, second)));
        // The open connections were made with certificates that are no longer listed.
        assertShutOut(toSecond);
        assertShutOut(toFirst);
        assertThat(status(peer(first, "second"))).isEqualTo(404);
        assertThat(status(peer(second, "first"))).isEqualTo(404);
        for (Installation node : List.of(first, second)) {
            assertThat(certificates(node)).isEqualTo(4);
        }
        Sha256 renewed = signer(first);
        first.stop();
        first.start();
        assertThat(signer(first)).isEqualTo(renewed);
        DirectorySite.await("first is back", () -> reaches(first, "second"));
        assertThat(status(peer(first, "second"))).isEqualTo(404);
    }

    private static boolean isRenewed(Installation node, Sha256 before, List<Installation> observers) {
        Sha256 now = signer(node);
        return !now.equals(before)
                && observers.stream()
                        .allMatch(observer ->
                                entry(observer, node).signingFingerprint().equals(now)
                                        && entry(observer, node).formerSigning().equals(List.of(before)));
    }

    private static NodeEntry entry(Installation observer, Installation node) {
        return observer.get(DirectoryView.class)
                .current()
                .node(node.get(NodeKeys.class).nodeId())
                .orElseThrow();
    }

    private static Sha256 signer(Installation node) {
        return Sha256.of(
                Certificates.encode(node.get(NodeKeys.class).signingKey().certificate()));
    }

    /** Of both nodes together, as it was published: two each before and after. */
    private static long certificates(Installation node) {
        return node.get(JdbcClient.class)
                .sql("select count(*) from published_certificate where owner = ?")
                .param(node.get(NodeKeys.class).nodeId().value())
                .query(Long.class)
                .single();
    }

    private static boolean reaches(Installation node, String other) {
        return node.get(PeerTransport.class).to(new NodeId(other)).isPresent();
    }

    private static Peer peer(Installation node, String other) {
        return node.get(PeerTransport.class).to(new NodeId(other)).orElseThrow();
    }

    private static void assertShutOut(Peer old) throws InterruptedException {
        try {
            assertThat(status(old)).isEqualTo(401);
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    private static int status(Peer peer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(peer.address().resolve("/exchange/v1/nothing-here"))
                .build();
        return peer.client()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
