package vn.lienthong.node.directory.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.NodeCertificates;
import vn.lienthong.node.directory.internal.server.DirectoryAuthority;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyFiles;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;

/** With real keys and key files; the directory answers, stays away, or its answer is lost. */
class NodeCertificateKeeperTest {

    private static final NodeId NODE = new NodeId("keeper");
    private static final String URL = "https://keeper.example:8444";
    private static final String ELSEWHERE = "https://moved.example:8444";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration UNTIL_DUE = YEAR.minus(NodeCertificateKeeper.RENEW_BEFORE);

    private final SettableClock clock = new SettableClock();
    private final DataDirectory data;
    private final KeyVault vault;
    private final NodeKeyFiles files;
    private final DirectoryAuthority authority;
    private final PlaceholderCertificates placeholders = new PlaceholderCertificates(clock);
    private final Listing listing = new Listing();
    private final Admission admission;
    private final Held held;

    NodeCertificateKeeperTest() throws IOException {
        data = DataDirectory.open(TestDirectories.fresh("keeper"));
        vault = KeyVault.at(data.root(), new SecureRandom());
        files = new NodeKeyFiles(vault);
        Path anchor = data.keys().resolve("anchor.pem");
        authority = DirectoryAuthority.open(vault, anchor, false, clock);
        admission = new Admission();
        SigningKey tls = placeholders.generate(KeyAlgorithm.EC_P256);
        SigningKey signing = placeholders.generate(KeyAlgorithm.EC_P256);
        NodePut first = admission.certified(URL, Reachability.PUSH, tls, signing);
        listing.publish(first);
        held = new Held(new NodeIdentity(
                NODE,
                Enrolment.certified(tls, first.tlsCertificate(), authority.anchor()),
                Enrolment.certified(signing, first.signingCertificate(), authority.anchor()),
                authority.anchor().authority()));
        files.write(held.identity());
    }

    private NodeCertificateKeeper keeper(CrashPoints crashPoints) {
        return new NodeCertificateKeeper(listing, held, files, admission, placeholders, crashPoints, clock);
    }

    private static final OwnReach OUT_OF_REACH = new OwnReach(Optional.empty(), Optional.of(Reachability.PULL));

    private static OwnReach at(String url) {
        return new OwnReach(Optional.of(url), Optional.empty());
    }

    private boolean round() throws InterruptedException {
        return keeper(CrashPoints.none()).round(at(URL));
    }

    private void assertRenewed(NodeIdentity before) throws IOException {
        NodeIdentity now = held.identity();
        assertThat(now.nodeId()).isEqualTo(NODE);
        assertThat(now.tls().certificate()).isNotEqualTo(before.tls().certificate());
        assertThat(now.signing().certificate()).isNotEqualTo(before.signing().certificate());
        assertThat(listing.node().tlsCertificate())
                .isEqualTo(Octets.of(Certificates.encode(now.tls().certificate())));
        assertThat(listing.node().signingCertificate())
                .isEqualTo(Octets.of(Certificates.encode(now.signing().certificate())));
        assertThat(files.read(authority.anchor().authority())
                        .orElseThrow()
                        .tls()
                        .certificate())
                .isEqualTo(now.tls().certificate());
        assertThat(files.pending()).isEmpty();
        assertThat(vault.names("node-")).hasSize(1);
    }

    @Test
    void leavesCertificatesAloneThatLastLongEnough() throws InterruptedException {
        clock.advance(UNTIL_DUE.minus(Duration.ofDays(1)));
        NodeIdentity before = held.identity();
        assertThat(round()).isTrue();
        assertThat(held.identity()).isEqualTo(before);
        assertThat(admission.asked).isEmpty();
    }

    @Test
    void renewsBothCertificatesOnceWhenTheirEndComesNear() throws IOException, InterruptedException {
        clock.advance(UNTIL_DUE);
        NodeIdentity before = held.identity();
        assertThat(round()).isTrue();
        assertRenewed(before);
        NodeIdentity renewed = held.identity();
        assertThat(renewed.tls().certificate().getNotAfter().toInstant())
                .isAfterOrEqualTo(clock.instant().plus(YEAR).minusSeconds(1));
        assertThat(round()).isTrue();
        assertThat(held.identity()).isEqualTo(renewed);
        assertThat(admission.asked).hasSize(1);
    }

    @Test
    void renewsWhenItHasMovedAndOnlyThen() throws IOException, InterruptedException {
        NodeIdentity before = held.identity();
        assertThat(keeper(CrashPoints.none()).round(new OwnReach(Optional.empty(), Optional.empty())))
                .isTrue();
        assertThat(round()).isTrue();
        assertThat(admission.asked).isEmpty();
        assertThat(keeper(CrashPoints.none()).round(at(ELSEWHERE))).isTrue();
        assertRenewed(before);
        assertThat(listing.node().exchangeUrl()).isEqualTo(ELSEWHERE);
    }

    @Test
    void saysOnceThatOthersCannotConnectAndLeavesItSoUntilToldOtherwise() throws IOException, InterruptedException {
        NodeIdentity before = held.identity();
        assertThat(keeper(CrashPoints.none()).round(OUT_OF_REACH)).isTrue();
        assertRenewed(before);
        assertThat(listing.node().reachability()).isEqualTo(Reachability.PULL);
        assertThat(keeper(CrashPoints.none()).round(OUT_OF_REACH)).isTrue();
        assertThat(round()).isTrue();
        assertThat(admission.asked).hasSize(1);
        clock.advance(UNTIL_DUE);
        assertThat(round()).isTrue();
        assertThat(listing.node().reachability()).isEqualTo(Reachability.PULL);
    }

    @Test
    void offersTheSameKeysAgainAfterTheDirectoryWasAway() throws IOException, InterruptedException {
        clock.advance(UNTIL_DUE);
        NodeIdentity before = held.identity();
        admission.away = true;
        assertThat(round()).isFalse();
        assertThat(held.identity()).isEqualTo(before);
        assertThat(files.pending()).isPresent();
        admission.away = false;
        assertThat(round()).isTrue();
        assertRenewed(before);
        assertThat(admission.asked).hasSize(2);
        assertThat(admission.asked.get(0)).isEqualTo(admission.asked.get(1));
    }

    @Test
    void takesTheListedCertificatesWhenTheAnswerWasLost() throws IOException, InterruptedException {
        clock.advance(UNTIL_DUE);
        NodeIdentity before = held.identity();
        admission.losesAnswer = true;
        assertThat(round()).isFalse();
        assertThat(held.identity()).isEqualTo(before);
        assertThat(round()).isTrue();
        assertRenewed(before);
        assertThat(admission.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"node-certificates.made", "node-certificates.published", "node-certificates.kept"})
    void endsRenewedOnceWhenItIsKilledOnTheWay(String place) throws IOException, InterruptedException {
        clock.advance(UNTIL_DUE);
        NodeIdentity before = held.identity();
        assertThatThrownBy(() -> keeper(crashAt(place)).round(at(URL))).isInstanceOf(Crash.class);
        // What lies in memory is lost: it starts with what the files say.
        held.replace(files.read(authority.anchor().authority()).orElseThrow());
        assertThat(round()).isTrue();
        assertRenewed(before);
        assertThat(admission.asked).hasSize(1);
    }

    @Test
    void refusesCertificatesForKeysOfSomebodyElseAndGoesOnWithItsOwn() throws InterruptedException {
        clock.advance(UNTIL_DUE);
        NodeIdentity before = held.identity();
        admission.certifiesOthers = true;
        assertThat(round()).isFalse();
        assertThat(held.identity()).isEqualTo(before);
    }

    @Test
    void asksForNothingWhileTheDirectoryDoesNotListIt() throws InterruptedException {
        clock.advance(UNTIL_DUE);
        listing.forget();
        assertThat(round()).isFalse();
        assertThat(admission.asked).isEmpty();
    }

    private static CrashPoints crashAt(String place) {
        return name -> {
            if (name.equals(place)) {
                throw new Crash();
            }
        };
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Admission extends KeyAdmission {

        private final List<List<Octets>> asked = new ArrayList<>();
        private boolean away;
        private boolean losesAnswer;
        private boolean certifiesOthers;

        Admission() {
            super(node -> Optional.empty(), authority.anchor(), (subject, kind, what) -> {}, new NodeId("here"), clock);
        }

        NodePut certified(String url, Reachability reachability, SigningKey tls, SigningKey signing) {
            return new NodePut(
                    NODE,
                    "Node",
                    url,
                    Octets.of(Certificates.encode(
                            authority.nodeTls(NODE, tls.certificate().getPublicKey(), URI.create(url), List.of()))),
                    Octets.of(Certificates.encode(
                            authority.nodeSigning(NODE, signing.certificate().getPublicKey()))),
                    reachability,
                    NodeStatus.ACTIVE,
                    Secrecy.ORDINARY);
        }

        @Override
        NodeCertificates renew(String exchangeUrl, Reachability reachability, SigningKey tls, SigningKey signing)
                throws IOException {
            asked.add(List.of(
                    Octets.of(tls.certificate().getPublicKey().getEncoded()),
                    Octets.of(signing.certificate().getPublicKey().getEncoded())));
            if (away) {
                throw new IOException("away");
            }
            NodePut put = certifiesOthers
                    ? certified(
                            exchangeUrl,
                            reachability,
                            placeholders.generate(KeyAlgorithm.EC_P256),
                            placeholders.generate(KeyAlgorithm.EC_P256))
                    : certified(exchangeUrl, reachability, tls, signing);
            listing.publish(put);
            if (losesAnswer) {
                throw new IOException("torn");
            }
            return new NodeCertificates(1, NODE.value(), put.tlsCertificate(), put.signingCertificate(), 2);
        }
    }

    private static final class Held implements NodeKeyRenewal {

        private NodeIdentity identity;

        Held(NodeIdentity identity) {
            this.identity = identity;
        }

        @Override
        public NodeIdentity identity() {
            return identity;
        }

        @Override
        public void replace(NodeIdentity renewed) {
            identity = renewed;
        }
    }

    private static final class Listing implements DirectoryView {

        private DirectorySnapshot snapshot = DirectorySnapshot.EMPTY;

        void publish(NodePut put) {
            snapshot = ((FoldResult.Folded) snapshot.apply(List.of(put))).snapshot();
        }

        void forget() {
            snapshot = DirectorySnapshot.EMPTY;
        }

        NodePut node() {
            return snapshot.node(NODE).orElseThrow().node();
        }

        @Override
        public DirectorySnapshot current() {
            return snapshot;
        }

        @Override
        public long sequence() {
            return 0;
        }

        @Override
        public Instant refreshedAt() {
            return Instant.EPOCH;
        }

        @Override
        public Set<AgencyId> hostedHere() {
            return Set.of();
        }

        @Override
        public Optional<X509Certificate> certificate(Sha256 fingerprint) {
            return Optional.empty();
        }

        @Override
        public void onChange(Runnable listener) {
            throw new UnsupportedOperationException();
        }
    }
}
