package vn.lienthong.node.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.client.proof.ProofScene;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestTransportIdentity;
import vn.lienthong.node.testing.VerifyPageVisitor;

/** What somebody hands in to deceive is answered plainly, and a security officer learns of it. */
@NodeTest
class VerifyPageIT {

    @TempDir
    private Path folder = Path.of("");

    private final TestTransportIdentity identity;
    private final ListenerPorts ports;
    private final AuditSearch search;
    private final InstantSource clock;

    @Autowired
    VerifyPageIT(TestTransportIdentity identity, ListenerPorts ports, AuditSearch search, InstantSource clock) {
        this.identity = identity;
        this.ports = ports;
        this.search = search;
        this.clock = clock;
    }

    private String check(Path file) throws IOException {
        return new VerifyPageVisitor(URI.create("https://127.0.0.1:" + ports.api()), identity.anonymousClient())
                .check(file);
    }

    private List<String> failures() {
        EventFilter filter = EventFilter.recent(clock.instant()).with(FilterField.ACTION, "proof.fail");
        return search.find(filter, new EventCursor.Newest(), 10).events().stream()
                .map(found -> search.event(found.id()).orElseThrow().entry())
                .toList();
    }

    @Test
    void recordsWhatDoesNotHold() throws IOException {
        Path foreign = new ProofScene().signedPackage(folder.resolve("ho-so.asice"), ProofScene.SENDER);

        assertThat(check(foreign)).startsWith("200").contains("Không chứng minh được</h2>");

        String digest = Sha256.of(Files.readAllBytes(foreign)).hex();
        assertThat(failures()).anyMatch(entry -> entry.contains(digest) && entry.contains("NOT_PROVEN"));
    }

    @Test
    void recordsWhatCannotBeRead() throws IOException {
        Path broken = Files.write(folder.resolve("bien-nhan.pdf"), "%PDF-1.7 no".getBytes(StandardCharsets.US_ASCII));

        assertThat(check(broken)).startsWith("200").contains("Tệp không phải hồ sơ");

        assertThat(failures()).anyMatch(entry -> entry.contains("UNREADABLE"));
    }
}
