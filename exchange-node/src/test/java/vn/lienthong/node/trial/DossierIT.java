package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.ClientCommands;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.proof.ProofBasis;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.client.proof.ProofLine;
import vn.lienthong.node.client.proof.ProofReport;
import vn.lienthong.node.client.proof.ProofRun;
import vn.lienthong.node.client.proof.ProofSource;
import vn.lienthong.node.client.proof.ProofVerdict;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.VerifyPageVisitor;

/** What a clerk takes away proves the delivery when sender, recipient and directory are all switched off. */
@ExtendWith(ChromiumExtension.class)
class DossierIT {

    @Test
    void provesADeliveryWithEveryServerSwitchedOff(Window window) throws IOException {
        ExchangeUnderTest exchange = ExchangeUnderTest.shared();
        AgencyUnderTest sender = exchange.alpha().agency("H10.01");
        AgencyUnderTest recipient = exchange.beta().agency("H20.01");
        Path work = exchange.work("dossier");
        AttachedFile file = GeneratedFile.of(work.resolve("to-trinh.bin"), 20 << 10, 77);
        Dispatch dispatch = sender.submit(
                AgencyUnderTest.letter(work.getFileName().toString(), List.of("H20.01"), 1, "Hồ sơ", file));
        String parcel = dispatch.parcelId();
        assertThat(recipient
                        .take(recipient.awaitEntry(parcel), work.resolve("taken.asice"))
                        .event())
                .isEqualTo("ContentHandover");
        assertThat(sender.await(parcel, "HANDED_OVER").deliveries()).hasSize(1);
        awaitReceipts(sender, parcel);
        awaitTimestamp(sender, parcel);
        Path dossier = Files.write(
                work.resolve("ho-so.asice"), sender.given(() -> sender.client().dossier(parcel), "give a dossier"));
        Path sheet = Files.write(
                work.resolve("bien-nhan.pdf"),
                sender.given(() -> sender.client().receiptSheet(parcel, "H20.01"), "give a receipt"));
        Path anchor = Files.copy(Path.of(exchange.directoryPlace().caCertificate()), work.resolve("anchor.pem"));
        assertAnybodyMayCheck(exchange, dossier, sheet, file.path());
        assertThePageIsUsable(window, exchange.beta().place().baseUrl() + "/verify", dossier, file.path());
        List<ServerUnderTest> all =
                List.of(exchange.alpha().server(), exchange.beta().server(), exchange.directory());
        all.forEach(ServerUnderTest::stop);
        try {
            assertProven(verify(dossier));
            assertProven(verify(dossier, "--anchor", anchor.toString()));
            assertProven(verify(sheet, "--anchor", anchor.toString()));
            assertThat(PublicTools.follow(dossier)).contains("Verification: OK", "OK");
            assertHoldsWithoutTheDirectory(dossier, anchor);
            assertThat(PrintedCode.on(sheet)).matches("LT1\\|[0-9a-f-]{36}\\|[0-9a-f]{64}\\|.+\\|\\d+\\|\\d+\\|.{44}");
            assertNothingGoesUnnoticed(sheet, anchor);
        } finally {
            for (ServerUnderTest server : all.reversed()) {
                server.start();
                server.awaitReady();
            }
            exchange.awaitWhole();
        }
    }

    /** The trial has witnesses of one bloc only; without the directory nobody can know that there is no other. */
    private static void assertHoldsWithoutTheDirectory(Path dossier, Path anchor) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(
                ProofFiles.open(ProofSource.of(dossier)).orElseThrow().parts());
        parts.keySet().removeIf(name -> name.startsWith(ProofFiles.PUBLICATIONS));
        ProofReport report = ProofRun.check(
                ProofSource.of(dossier),
                new ProofFiles(parts, ProofFiles.Form.LOOSE),
                new ProofBasis(Optional.of(Files.readAllBytes(anchor)), List.of()));
        assertThat(report.lines())
                .as("%s", report.lines())
                .noneMatch(line -> line.kind() == ProofLine.Kind.FAILED)
                .anyMatch(line -> line.english().contains("stand in the directory's log"));
        assertThat(report.pieces()).isEqualTo(3);
        assertThat(report.verdict()).isEqualTo(ProofVerdict.SIGNED_ONLY);
    }

    /** What is printed on a receipt is sealed with what is attached. */
    private static void assertNothingGoesUnnoticed(Path sheet, Path anchor) throws IOException {
        byte[] octets = Files.readAllBytes(sheet);
        for (int at = octets.length / 9; at < octets.length; at += octets.length / 9) {
            byte[] changed = octets.clone();
            changed[at] ^= 1;
            Path file = Files.write(sheet.resolveSibling("changed.pdf"), changed);
            assertThat(run(file, "--anchor", anchor.toString()).code())
                    .as("octet %d flipped", at)
                    .isBetween(1, 3);
        }
    }

    private static void awaitTimestamp(AgencyUnderTest sender, String parcel) throws IOException {
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        while (true) {
            byte[] dossier = sender.given(() -> sender.client().dossier(parcel), "give a dossier");
            Map<String, byte[]> parts =
                    ProofFiles.open(ProofSource.of(dossier)).orElseThrow().parts();
            if (parts.keySet().stream().anyMatch(name -> name.endsWith(ProofFiles.TOKEN))
                    && parts.keySet().containsAll(List.of(ProofFiles.LOG_KEYS, ProofFiles.REVOCATIONS))) {
                return;
            }
            assertThat(deadline.rest()).as("a time-stamp in %s", parts.keySet()).isTrue();
        }
    }

    private static void assertAnybodyMayCheck(ExchangeUnderTest exchange, Path dossier, Path sheet, Path something)
            throws IOException {
        VerifyPageVisitor visitor = VerifyPageVisitor.trusting(
                exchange.beta().place().baseUrl(),
                Path.of(exchange.beta().place().caCertificate()));
        assertThat(visitor.check(dossier)).startsWith("200").contains("Chứng minh được</h2>", "E.1 ContentHandover");
        assertThat(visitor.check(sheet)).startsWith("200").contains("Chứng minh được</h2>", "E.1 ContentHandover");
        assertThat(visitor.check(something)).startsWith("200").contains("Tệp không phải hồ sơ");
    }

    /** On each width, with and without scripts: a dossier that holds, and a file that is none. */
    private static void assertThePageIsUsable(Window window, String address, Path dossier, Path something) {
        for (int width : new int[] {360, 1024, 1440}) {
            try (BrowserContext context = window.open(width, 800, width != 360)) {
                Page page = context.newPage();
                page.navigate(address);
                page.setInputFiles("#file", dossier);
                page.locator("main button").click();
                assertThat(page.locator("[role=status] h2").innerText()).isEqualTo("Chứng minh được");
                PageCheck check = new PageCheck(page);
                check.fits("verified at " + width);
                check.picture("verify-" + width);
                page.setInputFiles("#file", something);
                page.locator("main button").click();
                assertThat(page.locator("#problem").innerText()).contains("Tệp không phải hồ sơ");
                check.fits("refused at " + width);
            }
        }
        try (BrowserContext context = window.open(1024, 800, true)) {
            Page page = context.newPage();
            PageCheck check = new PageCheck(page);
            page.navigate(address);
            check.passes("the empty form");
            page.setInputFiles("#file", dossier);
            page.locator("main button").click();
            check.passes("a dossier that holds");
            page.setInputFiles("#file", something);
            page.locator("main button").click();
            check.passes("a file that is no dossier");
            check.picture("verify-problem");
        }
    }

    private static void awaitReceipts(AgencyUnderTest sender, String parcel) {
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        while (true) {
            List<EvidenceItem> evidence = sender.evidence(parcel);
            if (evidence.size() == 3
                    && evidence.stream().allMatch(item -> item.logProof().isPresent())) {
                return;
            }
            assertThat(deadline.rest()).as("receipts of %s", evidence).isTrue();
        }
    }

    private static void assertProven(String words) {
        assertThat(words)
                .contains("Đã có trước", "nằm trong nhật ký của danh mục")
                .contains("KẾT QUẢ: CHỨNG MINH ĐƯỢC")
                .contains("A.1 SubmissionAcceptance", "D.1 ContentConsignment", "E.1 ContentHandover")
                .contains("1 nút làm chứng, thuộc 1 khối")
                .contains("Không chứng minh rằng ai đó đã đọc")
                .doesNotContain("✗");
    }

    private static String verify(Path file, String... more) {
        Ended ended = run(file, more);
        assertThat(ended.code()).as("%s", ended.words()).isZero();
        return ended.words();
    }

    private record Ended(int code, String words) {}

    private static Ended run(Path file, String... more) {
        StringWriter out = new StringWriter();
        CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create());
        ClientCommands.all(Clock.systemUTC()).forEach(root::addSubcommand);
        root.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        List<String> arguments = new ArrayList<>(List.of("verify", file.toString()));
        arguments.addAll(List.of(more));
        return new Ended(root.execute(arguments.toArray(String[]::new)), out.toString());
    }
}
