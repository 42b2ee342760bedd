package vn.lienthong.node.directory.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.node.directory.internal.enrolment.TrainingMark;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.testing.SettableClock;

class TrainingMarkTest {

    @TempDir
    private Path place = Path.of("");

    private DirectoryAuthority open(String name, boolean training) throws IOException {
        try (DataDirectory data = DataDirectory.open(place.resolve(name))) {
            KeyVault vault = KeyVault.at(data.root(), new SecureRandom());
            return DirectoryAuthority.open(vault, data.keys().resolve("anchor.pem"), training, new SettableClock());
        }
    }

    private static byte[] request(X500Principal name) {
        KeyPair keys = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);
        return CertificateRequest.create(keys.getPrivate(), keys.getPublic(), name);
    }

    @Test
    void everyCertificateOfATrainingDirectoryNamesAnotherOrganisation() throws IOException {
        DirectoryAuthority training = open("training", true);
        X509Certificate node = training.nodeSigning(
                new NodeId("nut"), KeyAlgorithms.generate(KeyAlgorithm.EC_P256).getPublic());
        assertThat(TrainingMark.marks(node.getSubjectX500Principal())).isTrue();
        assertThat(TrainingMark.marks(node.getIssuerX500Principal())).isTrue();
        assertThat(TrainingMark.marks(training.anchor().classical().getSubjectX500Principal()))
                .isTrue();
        DirectoryAuthority real = open("real", false);
        assertThat(TrainingMark.marks(real.anchor().authority().getSubjectX500Principal()))
                .isFalse();
    }

    @Test
    void aDirectoryNeverChangesItsKind() throws IOException {
        assertThat(open("training", true).training()).isTrue();
        assertThat(open("training", true).training()).isTrue();
        assertThatThrownBy(() -> open("training", false)).isInstanceOf(StartRefusedException.class);
        assertThat(open("real", false).training()).isFalse();
        assertThatThrownBy(() -> open("real", true)).isInstanceOf(StartRefusedException.class);
    }

    @Test
    void aNodeAcceptsNoDirectoryOfTheOtherKind() throws IOException {
        X509Certificate training = open("training", true).anchor().authority();
        X509Certificate real = open("real", false).anchor().authority();
        assertThatThrownBy(() -> TrainingMark.check(training, false))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("training");
        assertThatThrownBy(() -> TrainingMark.check(real, true))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("real");
        assertThatCode(() -> TrainingMark.check(training, true)).doesNotThrowAnyException();
        assertThatCode(() -> TrainingMark.check(real, false)).doesNotThrowAnyException();
    }

    @Test
    void aDirectoryAcceptsNoNodeOfTheOtherKind() {
        byte[] training = request(TrainingMark.request(true));
        byte[] real = request(TrainingMark.request(false));
        assertThat(CertificateRequests.ofKind(training, true)).isTrue();
        assertThat(CertificateRequests.ofKind(real, false)).isTrue();
        assertThat(CertificateRequests.ofKind(training, false)).isFalse();
        assertThat(CertificateRequests.ofKind(real, true)).isFalse();
        assertThat(CertificateRequests.ofKind(new byte[] {1, 2, 3}, true)).isFalse();
        assertThat(CertificateRequests.ofKind(new byte[] {1, 2, 3}, false)).isFalse();
    }

    @Test
    void aNameThatOnlyContainsTheMarkIsNone() {
        assertThat(TrainingMark.marks(new X500Principal("CN=Lien thong TAP HUAN,O=Lien thong")))
                .isFalse();
        assertThat(TrainingMark.marks(new X500Principal("CN=x,O=Lien thong TAP HUAN 2")))
                .isFalse();
    }
}
