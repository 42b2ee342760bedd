package vn.lienthong.node.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.audit.export.ExportDecision;
import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.export.ExportJob;
import vn.lienthong.node.audit.export.ExportPart;
import vn.lienthong.node.audit.export.Exports;
import vn.lienthong.node.audit.export.Shipping;
import vn.lienthong.node.audit.export.ShippingTest;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.testing.LogReader;
import vn.lienthong.node.testing.NodeTest;

@NodeTest
class ExportIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSearch search;

    @Autowired
    private Exports exports;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TimeOrderedIds ids;

    @Autowired
    private Shipping shipping;

    @Autowired
    private JdbcClient database;

    @Autowired
    private NodeKeys keys;

    @Test
    void writesEachFormatOfLinesWithASignedManifest() throws IOException {
        for (int i = 0; i < 7; i++) {
            trail.recordNow(view("exported"));
        }
        EventFilter filter = EventFilter.whoSaw(
                "exported", Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
        for (ExportFormat format : ExportFormat.values()) {
            if (format != ExportFormat.DOSSIER) {
                ExportJob job = finished(exports.request(format, filter, "officer.a"));
                assertThat(job.done()).isEqualTo(7);
                String text = Files.readString(open(job, ExportPart.DATA));
                assertThat(text.lines().count()).isEqualTo(format == ExportFormat.CSV ? 8 : 7);
                assertThat(text).contains("exported", "document.view", "account:61");
                assertManifest(job, 7);
            }
        }
        assertThat(search.count(EventFilter.recent(Instant.now()).with(FilterField.ACTION, "audit.download"))
                        .count())
                .isPositive();
    }

    private void assertManifest(ExportJob job, int count) throws IOException {
        byte[] manifest = Files.readAllBytes(open(job, ExportPart.MANIFEST));
        byte[] signature = Files.readAllBytes(open(job, ExportPart.SIGNATURE));
        assertThat(DetachedSignature.verify(
                        manifest, signature, keys.signingKey().certificate()))
                .isInstanceOf(SignatureCheck.Valid.class);
        byte[] forged = new String(manifest, StandardCharsets.UTF_8)
                .replace("officer.a", "officer.b")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(DetachedSignature.verify(forged, signature, keys.signingKey().certificate()))
                .isInstanceOf(SignatureCheck.Invalid.class);
        JsonNode read = JSON.readTree(manifest);
        assertThat(read.get("count").asInt()).isEqualTo(count);
        assertThat(read.get("file").get("sha256").asString())
                .isEqualTo(Sha256.of(Files.readAllBytes(open(job, ExportPart.DATA)))
                        .hex());
        assertThat(read.get("log").get("origin").asString()).isNotBlank();
    }

    @Test
    void putsACaseTogether() throws IOException {
        EventId id = trail.recordNow(view("case"));
        ExportJob job = finished(exports.dossierOfDocument(
                "case", Instant.now().minusSeconds(600), Instant.now().plusSeconds(5), "officer.a"));
        Map<String, byte[]> files = unzip(open(job, ExportPart.DATA));
        assertThat(files)
                .containsKeys(
                        "HUONG-DAN-KIEM-CHUNG.txt",
                        "HOW-TO-VERIFY.txt",
                        "timeline.csv",
                        "dien-bien.txt",
                        "files.json",
                        "events/" + id + ".json",
                        "private/" + id + ".json",
                        "private/" + id + ".salt");
        JsonNode entry = JSON.readTree(files.getOrDefault("events/" + id + ".json", new byte[0]));
        assertThat(entry.get("privateSha256").asString())
                .isEqualTo(Sha256.ofParts(
                                files.getOrDefault("private/" + id + ".salt", new byte[0]),
                                files.getOrDefault("private/" + id + ".json", new byte[0]))
                        .hex());
        JsonNode digests = JSON.readTree(files.getOrDefault("files.json", new byte[0]));
        files.forEach((name, content) -> {
            if (!name.equals("files.json")) {
                assertThat(digests.get(name).asString())
                        .isEqualTo(Sha256.of(content).hex());
            }
        });
        assertManifest(job, 1);
    }

    @Test
    void refusesWhatCannotBeAndGivesNothingOutBeforeItIsDone() {
        EventFilter impossible = EventFilter.recent(Instant.now()).with(FilterField.CHANNEL, "PIGEON");
        assertThatThrownBy(() -> exports.request(ExportFormat.CSV, impossible, "officer.a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(exports.open(new UUID(3, 4), ExportPart.DATA)).isEmpty();
        assertThat(shipping.test()).isInstanceOf(ShippingTest.NotSetUp.class);
        assertThat(shipping.state().enabled()).isFalse();
    }

    @Test
    void waitsForASecondOfficerWhenEventsAboutSecretsAreAmongThem() throws IOException {
        trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .by(Actor.account(61, "CLERK", null, "pham.thi.d"))
                .on(EventObject.document("approval").ofSecrecy(2)));
        EventFilter filter = EventFilter.whoSaw(
                "approval", Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
        LogReader cleared = LogReader.cleared(accounts, database, ids, Secrecy.SECRET);
        UUID job = cleared.sees(() -> {
            ExportJob asked = exports.request(ExportFormat.CSV, filter, "officer.a");
            assertThat(asked.state()).isEqualTo(ExportJob.State.PROPOSED);
            assertThat(exports.open(asked.id(), ExportPart.DATA)).isEmpty();
            assertThat(exports.decide(asked.id(), true, "officer.a")).isInstanceOf(ExportDecision.OwnRequest.class);
            assertThat(exports.decide(new UUID(3, 4), true, "officer.b")).isInstanceOf(ExportDecision.Absent.class);
            assertThat(exports.decide(asked.id(), true, "officer.b")).isInstanceOf(ExportDecision.Decided.class);
            assertThat(exports.decide(asked.id(), false, "officer.c")).isInstanceOf(ExportDecision.TooLate.class);
            return asked.id();
        });
        ExportJob done = cleared.sees(() -> finished(exports.find(job).orElseThrow()));
        assertThat(done.decidedBy()).isEqualTo("officer.b");
        assertThat(Files.readString(cleared.sees(() -> open(done, ExportPart.MANIFEST))))
                .contains("\"approvedBy\":\"officer.b\"");
        EventFilter approved = EventFilter.recent(Instant.now())
                .with(FilterField.ACTION, "audit.approve")
                .with(FilterField.OBJECT, job.toString());
        assertThat(cleared.sees(() -> search.count(approved)).count()).isEqualTo(1);
    }

    @Test
    void asksForApprovalWheneverSecretsAreAskedForAndForgetsTheRequestAfterADay() {
        EventFilter asked = EventFilter.recent(Instant.now()).with(FilterField.SECRECY, "3");
        ExportJob job = exports.request(ExportFormat.CSV, asked, "officer.a");
        assertThat(job.state()).isEqualTo(ExportJob.State.PROPOSED);
        assertThat(Duration.between(job.requestedAt(), job.expiresAt())).isEqualTo(Duration.ofDays(1));
        database.sql("update audit_export set expires_at = requested_at - interval 1 second where export_id = ?")
                .param(Columns.octets(job.id()))
                .update();
        assertThat(exports.decide(job.id(), true, "officer.b")).isInstanceOf(ExportDecision.TooLate.class);
        EventFilter ordinary = EventFilter.recent(Instant.now()).with(FilterField.SECRECY, "0");
        assertThat(exports.request(ExportFormat.CSV, ordinary, "officer.a").state())
                .isEqualTo(ExportJob.State.WAITING);
        ExportJob refused = exports.request(ExportFormat.CSV, asked, "officer.a");
        assertThat(exports.decide(refused.id(), false, "officer.b")).isInstanceOf(ExportDecision.Decided.class);
        assertThat(exports.find(refused.id()).orElseThrow().state()).isEqualTo(ExportJob.State.REJECTED);
    }

    private ExportJob finished(ExportJob job) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ExportJob now = job;
        while (now.state() != ExportJob.State.DONE && System.nanoTime() < end) {
            assertThat(now.state()).isNotEqualTo(ExportJob.State.FAILED);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            now = exports.find(job.id()).orElseThrow();
        }
        assertThat(now.state()).isEqualTo(ExportJob.State.DONE);
        return now;
    }

    private Path open(ExportJob job, ExportPart part) {
        return exports.open(job.id(), part).orElseThrow().file();
    }

    private static Map<String, byte[]> unzip(Path file) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream octets = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(octets, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static SecurityEvent view(String document) {
        return SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .by(Actor.account(61, "CLERK", null, "pham.thi.d"))
                .on(EventObject.document(document))
                .from(new Origin(Channel.WEB, "198.51.100.7", "browser", null, null));
    }
}
