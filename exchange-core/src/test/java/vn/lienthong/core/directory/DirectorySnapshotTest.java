package vn.lienthong.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.core.directory.DirectoryFixture.FROM;
import static vn.lienthong.core.directory.DirectoryFixture.LT1;
import static vn.lienthong.core.directory.DirectoryFixture.LT2;
import static vn.lienthong.core.directory.DirectoryFixture.NOW;
import static vn.lienthong.core.directory.DirectoryFixture.agency;
import static vn.lienthong.core.directory.DirectoryFixture.code;
import static vn.lienthong.core.directory.DirectoryFixture.fold;
import static vn.lienthong.core.directory.DirectoryFixture.id;
import static vn.lienthong.core.directory.DirectoryFixture.keys;
import static vn.lienthong.core.directory.DirectoryFixture.label;
import static vn.lienthong.core.directory.DirectoryFixture.node;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

class DirectorySnapshotTest {

    private static final AgencyCode H37 = new AgencyCode("H37");

    private final DirectorySnapshot small =
            fold(DirectorySnapshot.EMPTY, node("lang-son"), agency(1, "lang-son", code("H37")), keys(1, 1, NOW));

    @Test
    void routesWhoHasCodeNodeAndKey() {
        assertThat(small.resolve(H37, LT1, NOW)).isInstanceOfSatisfying(Resolution.Routed.class, routed -> {
            assertThat(routed.agency().agency().id()).isEqualTo(id(1));
            assertThat(routed.key().fingerprint()).isEqualTo(label("kem 1.1").sha256());
        });
    }

    @Test
    void saysWhyItCannotRoute() {
        assertThat(small.resolve(new AgencyCode("H99"), LT1, NOW)).isEqualTo(new Resolution.UnknownCode());
        assertThat(small.resolve(H37, LT2, NOW)).isEqualTo(new Resolution.SuiteNotAccepted());
        assertThat(small.resolve(H37, LT1, FROM)).isEqualTo(new Resolution.NoKey());
        assertThat(small.resolve(H37, LT1, NOW.plus(Duration.ofDays(90))))
                .isEqualTo(new Resolution.KeyExpired(NOW.plus(Duration.ofDays(90))));
        assertThat(small.resolve(H37, LT1, FROM.minusMillis(1))).isEqualTo(new Resolution.UnknownCode());
    }

    @Test
    void closedCodesNameTheirSuccessors() {
        AgencyCode successor = new AgencyCode("H44");
        DirectorySnapshot merged = fold(small, new AgencyClosed(H37, NOW, List.of(successor)));
        assertThat(merged.resolve(H37, LT1, NOW)).isEqualTo(new Resolution.ClosedCode(NOW, List.of(successor)));
        assertThat(merged.agency(H37, NOW)).isEmpty();
        assertThat(merged.agency(H37, NOW.minusMillis(1))).isPresent();
    }

    @Test
    void codeMayBeGivenAnewAfterItsClosure() {
        DirectorySnapshot closed = fold(small, new AgencyClosed(H37, NOW, List.of()));
        DirectorySnapshot given = fold(closed, agency(2, "lang-son", code("H37", NOW, NOW.plusSeconds(9))));
        assertThat(given.agency(H37, NOW))
                .get()
                .returns(id(2), entry -> entry.agency().id());
        assertThat(given.resolve(H37, LT1, NOW.plusSeconds(9))).isInstanceOf(Resolution.ClosedCode.class);
    }

    @Test
    void revokedKeyIsNoKeyAndRevocationNeverMovesLater() {
        Sha256 fingerprint = label("kem 1.1").sha256();
        DirectorySnapshot revoked = fold(
                small,
                new CertificateRevoked(fingerprint, "lost", NOW),
                new CertificateRevoked(fingerprint, "again", NOW.plusSeconds(99)));
        assertThat(revoked.resolve(H37, LT1, NOW)).isEqualTo(new Resolution.NoKey());
        assertThat(revoked.isRevoked(fingerprint, NOW.minusMillis(1))).isFalse();
    }

    @Test
    void newKeysLeadAndOldOnesStayKnownForAWhile() {
        DirectorySnapshot snapshot = small;
        for (int epoch = 2; epoch <= 6; epoch++) {
            snapshot = fold(snapshot, keys(1, epoch, NOW));
        }
        assertThat(snapshot.resolve(H37, LT1, NOW))
                .extracting(resolution -> ((Resolution.Routed) resolution).key().fingerprint())
                .isEqualTo(label("kem 1.6").sha256());
        assertThat(snapshot.owner(label("pq 1.3").sha256())).contains(new CertificateOwner.OfAgency(id(1)));
        assertThat(snapshot.owner(label("pq 1.2").sha256())).isEmpty();
    }

    @Test
    void revokedAndSuspendedNodesAreOut() {
        NodeId langSon = new NodeId("lang-son");
        Sha256 tls = label("tls lang-son").sha256();
        assertThat(small.nodeByTls(tls, NOW)).isPresent();
        assertThat(small.nodeBySigning(tls, NOW)).isEmpty();
        DirectorySnapshot revoked = fold(small, new NodeRevoked(langSon, "stolen", NOW));
        assertThat(revoked.resolve(H37, LT1, NOW)).isInstanceOf(Resolution.NodeOut.class);
        assertThat(revoked.nodeByTls(tls, NOW)).isEmpty();
        // Publishing the node again does not undo its revocation.
        assertThat(fold(revoked, node("lang-son")).node(langSon)).get().matches(entry -> entry.isRevokedAt(NOW));
        DirectorySnapshot suspended = fold(small, node("lang-son", NodeStatus.SUSPENDED, ""));
        assertThat(suspended.resolve(H37, LT1, NOW)).isInstanceOf(Resolution.NodeOut.class);
    }

    @Test
    void changedNodeShowsItsNewCertificatesOnly() {
        DirectorySnapshot changed = fold(small, node("lang-son", NodeStatus.ACTIVE, " 2"));
        assertThat(changed.nodeByTls(label("tls lang-son").sha256(), NOW)).isEmpty();
        assertThat(changed.nodeByTls(label("tls lang-son 2").sha256(), NOW)).isPresent();
        assertThat(changed.nodeBySigning(label("sign lang-son").sha256(), NOW)).isEmpty();
        assertThat(changed.owner(label("tls lang-son").sha256())).isEmpty();
    }

    @Test
    void whatANodeSignedWithStaysItsOwn() {
        NodeId langSon = new NodeId("lang-son");
        DirectorySnapshot changed = small;
        for (String generation : List.of(" 2", " 2", " 3")) {
            changed = fold(changed, node("lang-son", NodeStatus.ACTIVE, generation));
        }
        NodeEntry entry = changed.node(langSon).orElseThrow();
        assertThat(entry.formerSigning())
                .containsExactly(
                        label("sign lang-son 2").sha256(),
                        label("sign lang-son").sha256());
        assertThat(entry.hasSignedWith(label("sign lang-son 3").sha256())).isTrue();
        assertThat(entry.hasSignedWith(label("sign lang-son").sha256())).isTrue();
        assertThat(entry.hasSignedWith(label("tls lang-son 3").sha256())).isFalse();
        assertThat(changed.owner(label("sign lang-son").sha256())).contains(new CertificateOwner.OfNode(langSon));
        DirectorySnapshot revoked = fold(changed, new NodeRevoked(langSon, "stolen", NOW));
        assertThat(revoked.node(langSon).orElseThrow().formerSigning()).hasSize(2);
        DirectorySnapshot back = fold(changed, node("lang-son"));
        assertThat(back.node(langSon).orElseThrow().formerSigning())
                .containsExactly(
                        label("sign lang-son 3").sha256(),
                        label("sign lang-son 2").sha256());
    }

    @Test
    void refusesChangesThatDoNotFit() {
        refuses(agency(2, "nowhere", code("H38")));
        refuses(agency(2, "lang-son", code("H37")));
        refuses(keys(2, 1, NOW));
        refuses(keys(1, 1, NOW));
        refuses(new NodeRevoked(new NodeId("nowhere"), "lost", NOW));
        refuses(new AgencyClosed(new AgencyCode("H38"), NOW, List.of()));
    }

    @Test
    void appliesAllChangesOrNone() {
        FoldResult result = small.apply(List.of(node("another"), keys(1, 1, NOW)));
        assertThat(result).isEqualTo(new FoldResult.Inapplicable(1, "the epoch does not grow"));
        assertThat(small.node(new NodeId("another"))).isEmpty();
    }

    private void refuses(DirectoryChange change) {
        assertThat(small.apply(List.of(change))).isInstanceOf(FoldResult.Inapplicable.class);
    }
}
