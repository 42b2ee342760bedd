package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.ClientCommands;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.Inbox;
import vn.lienthong.node.client.Lease;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.SandboxClient;
import vn.lienthong.node.client.StatementPage;
import vn.lienthong.node.client.Submission;

/** A program meets every simulated recipient, and the report says so. */
class SandboxIT {

    private static final String AGENCY = "H99.07";
    private static final Duration HELD = Duration.ofSeconds(25);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A second try sends documents of its own. */
    private final String run = Long.toString(System.nanoTime()) + "-";

    private Submission letter(String key, String to, AttachedFile file, @Nullable Instant expiresAt) {
        return new Submission(
                run + key,
                new Submission.Metadata(
                        List.of(to), false, expiresAt, Map.of("subject", "Thử " + to, "codeNumber", "1")),
                List.of(file));
    }

    @Test
    void playsEverySimulatedRecipientAndReportsWhatTheProgramDid()
            throws IOException, StepFailedException, RefusedException {
        SandboxUnderTest sandbox = SandboxUnderTest.shared();
        AttachedFile file = GeneratedFile.of(sandbox.work().resolve("thu.bin"), 10 << 10, 5);
        try (ExchangeClient program = sandbox.program(AGENCY);
                SandboxClient steering = sandbox.steering(AGENCY)) {
            assertThat(steering.reset().orThrow().now()).isNotBlank();
            assertThat(steering.begin("Hệ thống thử").orThrow().isPassed()).isFalse();
            send(program, file);
            slowly(program, steering, file);
            offline(program, file);
            receive(program, file, sandbox.work());
            SandboxClient.Report report = steering.conformance().orThrow();
            assertThat(report.checks())
                    .filteredOn(SandboxClient.Check::required)
                    .allMatch(check -> check.seenAt() != null);
            assertThat(report.isPassed()).isTrue();
            command(sandbox);
            assertThat(steering.reset().orThrow().withdrawn()).isZero();
            assertThat(steering.conformance().orThrow().checks()).allMatch(check -> check.seenAt() == null);
        }
    }

    private void send(ExchangeClient program, AttachedFile file) throws IOException, RefusedException {
        Dispatch accepted =
                program.submit(letter("accept", "H99.SIM.ACCEPT", file, null)).orThrow();
        assertThat(program.submit(letter("accept", "H99.SIM.ACCEPT", file, null))
                        .orThrow()
                        .parcelId())
                .isEqualTo(accepted.parcelId());
        assertThat(program.submit(letter("wrong", "H99.SIM.NOBODY", file, null)))
                .isInstanceOf(Answer.Refused.class);
        awaitStatus(program, accepted.parcelId(), "06");
        Dispatch refused =
                program.submit(letter("refuse", "H99.SIM.REFUSE", file, null)).orThrow();
        assertThat(state(program.awaitState(refused.parcelId(), "HANDED_OVER", HELD)))
                .isEqualTo("REFUSED");
        awaitStatus(program, refused.parcelId(), "02");
    }

    private static String state(Answer<Dispatch> answer) throws RefusedException {
        return answer.orThrow().deliveries().getFirst().state();
    }

    /** The recipient's last word. */
    private static void awaitStatus(ExchangeClient program, String parcel, String wanted)
            throws IOException, RefusedException {
        Deadline deadline = Deadline.in(LIMIT);
        String status = "";
        while (!wanted.equals(status)) {
            assertThat(deadline.rest()).as("%s after %s", wanted, status).isTrue();
            StatementPage page = program.statements(parcel).orThrow();
            status = Optional.ofNullable(page.recipients().getFirst().status()).orElse("");
        }
    }

    private void slowly(ExchangeClient program, SandboxClient steering, AttachedFile file)
            throws IOException, RefusedException {
        String parcel = program.submit(letter("slow", "A45.SIM.SLOW30M", file, null))
                .orThrow()
                .parcelId();
        assertThat(state(program.awaitState(parcel, "CONSIGNED", HELD))).isEqualTo("CONSIGNED");
        SandboxClient.Time before = steering.advance(Duration.ofMinutes(29)).orThrow();
        assertThat(state(program.awaitState(parcel, "HANDED_OVER", Duration.ofSeconds(2))))
                .isEqualTo("CONSIGNED");
        SandboxClient.Time after = steering.advance(Duration.ofMinutes(1)).orThrow();
        assertThat(Instant.parse(after.now()))
                .isAfter(Instant.parse(before.now()).plusSeconds(59));
        assertThat(state(program.awaitState(parcel, "HANDED_OVER", HELD))).isEqualTo("HANDED_OVER");
        assertThat(steering.advance(Duration.ofDays(31))).isInstanceOf(Answer.Refused.class);
        assertThat(steering.advance(Duration.ofSeconds(-1))).isInstanceOf(Answer.Refused.class);
    }

    private void offline(ExchangeClient program, AttachedFile file) throws IOException, RefusedException {
        Instant soon = Clock.systemUTC().instant().plusSeconds(3);
        String parcel = program.submit(letter("offline", "H99.SIM.OFFLINE", file, soon))
                .orThrow()
                .parcelId();
        assertThat(state(program.dispatch(parcel))).isIn("QUEUED", "IN_TRANSIT");
        assertThat(state(program.awaitState(parcel, "CONSIGNED", HELD))).isEqualTo("EXPIRED");
    }

    private void receive(ExchangeClient program, AttachedFile file, Path work) throws IOException, RefusedException {
        String sent = program.submit(letter("recall-1", "I07.SIM.RECALL", file, null))
                .orThrow()
                .parcelId();
        awaitStatus(program, sent, "03");
        Inbox.Entry entry = first(program);
        Lease lease = program.lease(entry.entryId()).orThrow();
        Path target = Files.createTempDirectory(work, "taken-").resolve("goi.asice");
        assertThat(program.acknowledge(
                                entry.entryId(),
                                lease,
                                program.download(entry.entryId(), lease, target).orThrow())
                        .orThrow()
                        .event())
                .isEqualTo("ContentHandover");
        answerRecall(program, entry.entryId());
        var _ = program.submit(letter("recall-2", "I07.SIM.RECALL", file, null)).orThrow();
        Inbox.Entry other = first(program);
        Lease held = program.lease(other.entryId()).orThrow();
        assertThat(program.refuse(other.entryId(), held, "WRONG_ADDRESSEE", "Gửi nhầm")
                        .orThrow()
                        .event())
                .isNotBlank();
    }

    private static Inbox.Entry first(ExchangeClient program) throws IOException, RefusedException {
        Inbox page = program.inbox(0, 10, HELD).orThrow();
        assertThat(page.entries()).hasSize(1);
        assertThat(page.entries().getFirst().sender()).isEqualTo("I07.SIM.RECALL");
        return page.entries().getFirst();
    }

    private static void answerRecall(ExchangeClient program, String entry) throws IOException, RefusedException {
        Deadline deadline = Deadline.in(LIMIT);
        Answer<StatementPage.Item> answer = program.answer(entry, false, "Đã giải quyết xong");
        while (answer instanceof Answer.Refused<StatementPage.Item>) {
            assertThat(deadline.rest()).as("it is asked for").isTrue();
            answer = program.answer(entry, false, "Đã giải quyết xong");
        }
        assertThat(answer.orThrow().status()).isEqualTo("16");
    }

    private static void command(SandboxUnderTest sandbox) throws IOException {
        Path folder = Files.createTempDirectory(sandbox.work(), "report-");
        Path key = folder.resolve("key");
        PrivateFiles.write(key, sandbox.key(AGENCY).getBytes(StandardCharsets.US_ASCII));
        CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
        ClientCommands.all(Clock.systemUTC()).forEach(line::addSubcommand);
        StringWriter printed = new StringWriter();
        int code = line.setOut(new PrintWriter(printed))
                .execute(
                        "conformance",
                        "--url",
                        sandbox.origin(),
                        "--ca",
                        sandbox.node().caCertificate(),
                        "--api-key-file",
                        key.toString(),
                        "--json",
                        folder.resolve("r.json").toString(),
                        "--pdf",
                        folder.resolve("r.pdf").toString());
        assertThat(code).as("%s", printed).isZero();
        assertThat(printed.toString()).contains("Hệ thống thử", "[x] ", "ĐẠT / PASSED");
        assertThat(Files.readString(folder.resolve("r.json"))).contains("\"result\":\"PASSED\"");
        assertThat(Files.readString(folder.resolve("r.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/ByteRange");
    }

    @Test
    void stepsOfSeveralCallersAddUp() throws IOException, StepFailedException, RefusedException {
        SandboxUnderTest sandbox = SandboxUnderTest.shared();
        try (SandboxClient steering = sandbox.steering("I07.03")) {
            Instant before = Instant.parse(
                    steering.advance(Duration.ofSeconds(1)).orThrow().now());
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Answer<SandboxClient.Time>>> steps = IntStream.range(0, 12)
                        .mapToObj(_ -> callers.submit(() -> steering.advance(Duration.ofMinutes(10))))
                        .toList();
                assertThat(steps).allSatisfy(step -> assertThat(step.get()).isInstanceOf(Answer.Given.class));
            }
            Instant after = Instant.parse(
                    steering.advance(Duration.ofSeconds(1)).orThrow().now());
            assertThat(Duration.between(before, after)).isBetween(Duration.ofMinutes(120), Duration.ofMinutes(121));
        }
    }

    @Test
    void anOrdinaryNodeHasNoSandbox() throws IOException {
        NodeUnderTest node = ExchangeUnderTest.shared().alpha();
        var _ = node.agency("H10.01");
        try (SandboxClient client = SandboxClient.open(Connection.to(
                node.place().baseUrl(),
                Optional.of(Path.of(node.place().caCertificate())),
                Optional.of(node.key("H10.01"))))) {
            for (Answer<?> answer : List.of(
                    client.advance(Duration.ofMinutes(30)),
                    client.reset(),
                    client.conformance(),
                    client.certificate())) {
                assertThat(answer)
                        .isInstanceOfSatisfying(
                                Answer.Refused.class,
                                refused ->
                                        assertThat(refused.problem().status()).isEqualTo(404));
            }
        }
    }
}
