package vn.lienthong.node.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.pdf.PdfSignatureCheck;
import vn.lienthong.crypto.pdf.PdfTrust;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfValidator;
import vn.lienthong.node.client.ClientCommands;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** A person signs with a token: out of the page, over the token, into the page again; then the agency signs. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class TokenSigningIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode SENDER = new AgencyCode("H46.01");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final TestDirectory directory;
    private final String origin;

    @TempDir
    private Path machine;

    @Autowired
    TokenSigningIT(Accounts accounts, TestDirectory directory, ListenerPorts ports) {
        this.accounts = accounts;
        this.directory = directory;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void signsWithATokenAtTheMachineOfTheClerk(Window window) throws IOException, GeneralSecurityException {
        directory.listSelf();
        var _ = directory.host(SENDER);
        SoftToken token = SoftToken.make("Nguyễn Văn Hòa");
        Path pin = Files.writeString(machine.resolve("pin"), SoftToken.PIN);
        Path certificate = machine.resolve("nguoi-ky.pem");
        assertThat(sign(token, pin, "--certificate-into", certificate.toString()))
                .isZero();
        assertThat(Files.readString(certificate)).startsWith("-----BEGIN CERTIFICATE-----");
        try (BrowserContext context = window.open(1366, 768, false)) {
            Page page = clerk(context);
            begin(page, certificate);
            Download octets = page.waitForDownload(
                    () -> page.locator("a[href$='/octets']").click());
            Path wanted = machine.resolve("can-ky.bin");
            octets.saveAs(wanted);
            Path value = machine.resolve("chu-ky.bin");
            assertThat(sign(token, pin, "--octets", wanted.toString(), "--into", value.toString()))
                    .isZero();
            refusesAnotherValue(page, value);
            page.locator("#file").setInputFiles(value);
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main").innerText()).contains("Nguyễn Văn Hòa");
            page.getByText("Ký bằng chữ ký số của cơ quan").click();
            assertThat(page.locator("main").innerText()).contains("Cơ quan đã ký", "Cơ quan ký: Cơ quan H46.01");
            assertValid(page, token);
        }
    }

    /** A value that does not belong to the file changes nothing. */
    private static void refusesAnotherValue(Page page, Path value) throws IOException {
        byte[] other = Files.readAllBytes(value);
        other[other.length - 1] ^= 1;
        page.locator("#file").setInputFiles(new FilePayload("sai.bin", "application/octet-stream", other));
        page.locator("main form button[type=submit]").click();
        assertThat(page.url()).contains("/sign/person/");
    }

    private static void begin(Page page, Path certificate) throws IOException {
        page.locator("form.lt-actions button").click();
        page.locator("#main-file")
                .setInputFiles(new FilePayload("thu.pdf", "application/pdf", LetterForTests.unsigned("")));
        page.getByText("Tải tệp lên").click();
        page.getByText("Ký số…").click();
        page.getByText("Ký bằng thiết bị của người ký").click();
        page.locator("#certificate").setInputFiles(certificate);
        page.getByText("Lấy dữ liệu cần ký").click();
        assertThat(page.locator("#digest").innerText()).matches("[0-9a-f]{64}");
    }

    private void assertValid(Page page, SoftToken token) {
        String document = page.url().replaceAll("/sign.*", "");
        page.navigate(document + "/edit");
        String file = page.locator("#files a[href*='/files/']").first().getAttribute("href");
        byte[] pdf = page.request().get(origin + file).body();
        PdfValidator strict = new PdfValidator(PdfTrust.in(token.authority()), InstantSource.system());
        assertThat(strict.validate(pdf)).isInstanceOfSatisfying(PdfValidation.Signed.class, signed -> {
            List<PdfSignatureCheck> checks = signed.signatures();
            assertThat(checks).hasSize(2);
            assertThat(checks.getFirst().signer()).isEqualTo("Nguyễn Văn Hòa");
            assertThat(checks.getFirst().verdict().isValid())
                    .as(checks.toString())
                    .isTrue();
        });
    }

    private static int sign(SoftToken token, Path pin, String... more) {
        CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create());
        ClientCommands.all(Clock.systemUTC()).forEach(root::addSubcommand);
        String[] common = {
            "sign",
            "--library",
            token.library().toString(),
            "--slot-id",
            String.valueOf(token.slot()),
            "--pin-file",
            pin.toString()
        };
        return root.execute(Stream.of(common, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private Page clerk(BrowserContext context) {
        LoginName login = new LoginName("token" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Lê Thị Văn Thư", Set.of(Role.CLERK), Set.of(SENDER));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(PASSWORD);
        page.locator("main button").click();
        page.navigate(origin + "/outgoing");
        return page;
    }
}
