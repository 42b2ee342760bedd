package vn.lienthong.node.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.internal.server.DirectoryAuthority;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyFiles;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.platform.DataDirectory;

/** The authority of a central directory that runs nowhere: one for all tests of this Java process. */
public final class TestAuthority {

    /** The name of the node under test. */
    public static final NodeId NODE = new NodeId("node-under-test");

    private static final InstantSource CLOCK = Clock.systemUTC();

    private TestAuthority() {}

    /** The authority itself. */
    public static DirectoryAuthority authority() {
        return Holder.AUTHORITY;
    }

    /** Leaves in the data directory what an enrolment leaves there. */
    static void enrol(Path directory) throws IOException {
        try (DataDirectory data = DataDirectory.open(directory)) {
            KeyVault vault = KeyVault.at(data.root(), new SecureRandom());
            new NodeKeyFiles(vault).write(identity(NODE));
            Files.write(
                    data.directory().resolve("anchor.pem"),
                    authority().anchor().pem().toByteArray());
        }
    }

    /** New keys and certificates of a node. */
    public static NodeIdentity identity(NodeId node) {
        PlaceholderCertificates keys = new PlaceholderCertificates(CLOCK);
        SigningKey tls = keys.generate(KeyAlgorithm.EC_P256);
        SigningKey signing = keys.generate(KeyAlgorithm.EC_P256);
        return new NodeIdentity(
                node,
                new SigningKey(
                        tls.privateKey(),
                        List.of(
                                authority()
                                        .nodeTls(
                                                node,
                                                tls.certificate().getPublicKey(),
                                                URI.create("https://localhost"),
                                                List.of()),
                                authority().anchor().authority())),
                new SigningKey(
                        signing.privateKey(),
                        List.of(
                                authority()
                                        .nodeSigning(node, signing.certificate().getPublicKey()),
                                authority().anchor().authority())),
                authority().anchor().authority());
    }

    private static final class Holder {

        private static final DirectoryAuthority AUTHORITY = open();

        private static DirectoryAuthority open() {
            try (DataDirectory data = DataDirectory.open(TestDirectories.fresh("authority"))) {
                KeyVault vault = KeyVault.at(data.root(), new SecureRandom());
                return DirectoryAuthority.open(vault, data.keys().resolve("anchor.pem"), false, CLOCK);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
