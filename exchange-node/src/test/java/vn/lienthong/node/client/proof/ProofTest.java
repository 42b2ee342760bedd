package vn.lienthong.node.client.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.core.party.AgencyCode;

class ProofTest {

    @TempDir
    private Path directory = Path.of("");

    private final ProofScene scene = new ProofScene();

    @Test
    void provesEvidenceOfAListedNode() throws Exception {
        byte[][] evidence = scene.evidence(ProofScene.soon());

        assertThat(EvidenceProof.of(evidence[0], evidence[1], scene.directory()))
                .isInstanceOf(EvidenceProof.Proven.class);
    }

    @Test
    void refusesEvidenceWithChangedOctets() throws Exception {
        byte[][] evidence = scene.evidence(ProofScene.soon());
        byte[] other = scene.evidence(ProofScene.soon().plusSeconds(1))[0];

        assertThat(EvidenceProof.of(other, evidence[1], scene.directory())).isInstanceOf(EvidenceProof.NotProven.class);
        assertThat(EvidenceProof.of(new byte[] {1}, evidence[1], scene.directory()))
                .isInstanceOf(EvidenceProof.NotProven.class);
    }

    @Test
    void refusesEvidenceSignedByAnotherListedKey() throws Exception {
        byte[] octets = scene.evidence(ProofScene.soon())[0];

        assertThat(EvidenceProof.of(octets, scene.signatureOfAnother(octets), scene.directory()))
                .isInstanceOf(EvidenceProof.NotProven.class);
    }

    @Test
    void refusesEvidenceOfANodeThatAnotherDirectoryLists() throws Exception {
        byte[][] evidence = scene.evidence(ProofScene.soon());

        assertThat(EvidenceProof.of(evidence[0], evidence[1], new ProofScene().directory()))
                .isInstanceOf(EvidenceProof.NotProven.class);
    }

    @Test
    void tellsEvidenceBeforeARevocationFromEvidenceAfterIt() throws Exception {
        byte[][] before = scene.evidence(ProofScene.soon());
        byte[][] after = scene.evidence(ProofScene.soon().plusSeconds(60));
        scene.revokeNodeCertificate(ProofScene.soon().plusSeconds(30));

        assertThat(EvidenceProof.of(before[0], before[1], scene.directory())).isInstanceOf(EvidenceProof.Proven.class);
        assertThat(EvidenceProof.of(after[0], after[1], scene.directory())).isInstanceOf(EvidenceProof.NotProven.class);
    }

    @Test
    void provesOldEvidenceAfterItsNodeHasRenewedItsCertificates() throws Exception {
        byte[][] old = scene.evidence(ProofScene.soon());
        scene.renewNode();
        scene.renewNode();
        byte[][] fresh = scene.evidence(ProofScene.soon());

        assertThat(EvidenceProof.of(old[0], old[1], scene.directory())).isInstanceOf(EvidenceProof.Proven.class);
        assertThat(EvidenceProof.of(fresh[0], fresh[1], scene.directory())).isInstanceOf(EvidenceProof.Proven.class);
        assertThat(EvidenceProof.of(old[0], scene.signatureOfNow(old[0]), scene.directory()))
                .isInstanceOf(EvidenceProof.NotProven.class);
        assertThat(EvidenceProof.of(fresh[0], old[1], scene.directory())).isInstanceOf(EvidenceProof.NotProven.class);
    }

    @Test
    void refusesEvidenceAfterTheEndOfTheCertificateThatSignedIt() throws Exception {
        byte[][] late = scene.evidence(ProofScene.soon().plus(Duration.ofDays(366)));
        scene.renewNode();

        assertThat(EvidenceProof.of(late[0], late[1], scene.directory())).isInstanceOf(EvidenceProof.NotProven.class);
    }

    @Test
    void provesPackagesOfEpochsThatNodesNoLongerKeep() throws Exception {
        Path file = scene.signedPackage(directory.resolve("p.asice"), ProofScene.SENDER);
        for (int epoch = 2; epoch <= 7; epoch++) {
            scene.renewAgency();
        }

        assertThat(PackageProof.of(file, ProofScene.SENDER, scene.directory(), (name, content) -> {}))
                .isInstanceOf(PackageProof.Proven.class);
    }

    @Test
    void refusesADirectoryWithOneSignatureTwice() {
        assertThatThrownBy(() -> DirectoryRecord.verify(scene.anchor(), List.of(scene.pageWithOneSignatureTwice())))
                .isInstanceOf(NotProvenException.class)
                .hasMessageContaining("SIGNATURE");
    }

    @Test
    void refusesADirectoryByTheAnchorOfAnother() {
        assertThatThrownBy(() -> DirectoryRecord.verify(new ProofScene().anchor(), List.of(scene.page())))
                .isInstanceOf(NotProvenException.class);
        assertThatThrownBy(() -> DirectoryRecord.verify(new byte[0], List.of(scene.page())))
                .isInstanceOf(NotProvenException.class);
        assertThatThrownBy(() -> DirectoryRecord.verify(scene.anchor(), List.of("{}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(NotProvenException.class);
    }

    @Test
    void provesPackagesOfTheExpectedSender() throws Exception {
        Path file = scene.signedPackage(directory.resolve("p.asice"), ProofScene.SENDER);

        PackageProof proof = PackageProof.of(file, ProofScene.SENDER, scene.directory(), (name, content) -> {});

        assertThat(proof).isInstanceOfSatisfying(PackageProof.Proven.class, proven -> {
            assertThat(proven.objects()).hasSize(3);
            assertThat(proven.addressees().recipients()).containsExactly(new AgencyCode("A45.01"));
        });
    }

    @Test
    void refusesPackagesThatNameAnotherSenderOrWereChanged() throws Exception {
        Path named = scene.signedPackage(directory.resolve("n.asice"), new AgencyCode("A45.01"));
        Path cut = scene.signedPackage(directory.resolve("c.asice"), ProofScene.SENDER);
        byte[] octets = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(octets, octets.length - 1));

        for (Path file : List.of(named, cut)) {
            assertThat(PackageProof.of(file, ProofScene.SENDER, scene.directory(), (name, content) -> {}))
                    .isInstanceOf(PackageProof.NotProven.class);
        }
    }

    @Test
    void refusesPackagesOfAgenciesThatTheDirectoryDoesNotList() throws Exception {
        Path file = scene.signedPackage(directory.resolve("p.asice"), ProofScene.SENDER);

        assertThat(PackageProof.of(file, new AgencyCode("I07.03"), scene.directory(), (name, content) -> {}))
                .isInstanceOf(PackageProof.NotProven.class);
    }
}
