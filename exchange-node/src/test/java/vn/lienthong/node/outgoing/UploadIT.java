package vn.lienthong.node.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** Files that come to the composer in parts, over lines that break and from people who pause. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode OWN = new AgencyCode("H45.01");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String OFFSET = "Upload-Offset";

    private final Accounts accounts;
    private final TestDirectory directory;
    private final ListenerPorts ports;
    private final TestTransportIdentity identity;

    @Autowired
    UploadIT(Accounts accounts, TestDirectory directory, ListenerPorts ports, TestTransportIdentity identity) {
        this.accounts = accounts;
        this.directory = directory;
        this.ports = ports;
        this.identity = identity;
    }

    @BeforeAll
    void listAgency() throws IOException {
        directory.listSelf();
        var _ = directory.host(OWN);
    }

    @Test
    void goesOnAtTheOctetWhereTheLineBroke() {
        byte[] file = table(300_000);
        Browser clerk = clerk();
        String document = begin(clerk);
        String token = clerk.token("/outgoing");
        String upload = announce(clerk, document, token, file.length);
        assertThat(part(clerk, upload, token, file, 0, 1).statusCode()).isEqualTo(201);
        assertThat(part(clerk, upload, token, file, 1, 65_537).statusCode()).isEqualTo(201);
        HttpResponse<String> late = part(clerk, upload, token, file, 1, 200);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.headers().firstValue(OFFSET)).hasValue("65538");
        InputStream broken = new BreakingLine(Arrays.copyOfRange(file, 65_538, 165_538));
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> broken), 200_000);
        assertThatThrownBy(() -> clerk.octets("PATCH", upload + "?_csrf=" + token, body, OFFSET, "65538"))
                .isInstanceOf(UncheckedIOException.class);
        int at = offset(clerk, upload);
        for (int attempt = 0; attempt < 100 && at == 65_538; attempt++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            at = offset(clerk, upload);
        }
        assertThat(at).isGreaterThan(65_538).isLessThanOrEqualTo(165_538);
        assertThat(part(clerk, upload, token, file, at, file.length).statusCode())
                .isEqualTo(200);
        assertThat(clerk.get(link(clerk, document)).body()).isEqualTo(new String(file, StandardCharsets.US_ASCII));
    }

    @Test
    void keepsNothingOfAFormThatBrokeOff() {
        Browser clerk = clerk();
        String document = begin(clerk);
        String token = clerk.token("/outgoing");
        String head = """
            --cut
            Content-Disposition: form-data; name="annex-file"; filename="bang.xml"
            Content-Type: text/xml

            """.replace("\n", "\r\n");
        InputStream form = new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)), new BreakingLine(table(100_000)));
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> form), 500_000);
        assertThatThrownBy(() -> clerk.octets(
                        "POST",
                        document + "/files?_csrf=" + token,
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=cut"))
                .isInstanceOf(UncheckedIOException.class);
        String page = clerk.get(document + "/edit").body();
        for (int attempt = 0; attempt < 100 && page.contains("bang.xml"); attempt++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            page = clerk.get(document + "/edit").body();
        }
        assertThat(page).doesNotContain("bang.xml");
    }

    @Test
    void pausesAndGoesOnInTheBrowser(Window window) {
        try (BrowserContext context = window.open(1366, 768, true)) {
            Page page = signedIn(context);
            List<Route> parts = new CopyOnWriteArrayList<>();
            page.route("**/uploads/*?_csrf=*", parts::add);
            page.locator("#annex-file").setInputFiles(new FilePayload("bang.xml", "text/xml", table((8 << 20) + 4321)));
            Locator pause = page.locator("#uploads button");
            await(page, parts, 1);
            pause.click();
            parts.getFirst().resume();
            page.waitForTimeout(1500);
            assertThat(parts).hasSize(1);
            pause.click();
            await(page, parts, 2);
            parts.get(1).abort();
            await(page, parts, 3);
            assertThat(parts.get(2).request().headers()).containsEntry("upload-offset", Integer.toString(4 << 20));
            parts.get(2).resume();
            await(page, parts, 4);
            parts.get(3).resume();
            page.locator("#files th").getByText("bang.xml").waitFor();
            assertThat(page.locator("#files").innerText()).contains("8,4 MB");
        }
    }

    private static void await(Page page, List<Route> parts, int count) {
        for (int attempt = 0; attempt < 100 && parts.size() < count; attempt++) {
            page.waitForTimeout(100);
        }
        assertThat(parts).hasSize(count);
    }

    /** A table of that many octets. */
    private static byte[] table(int size) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?><a>");
        int row = 0;
        while (text.length() < size - 4) {
            text.append("<r>").append(row++).append("</r>");
        }
        text.setLength(size - 4);
        return text.append("</a>").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Gives its octets, then breaks. */
    private static final class BreakingLine extends InputStream {
        private final InputStream octets;

        BreakingLine(byte[] octets) {
            super();
            this.octets = new ByteArrayInputStream(octets);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int _ = read(one, 0, 1);
            return one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = octets.read(target, from, length);
            if (read < 0) {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                throw new IOException("the line broke");
            }
            return read;
        }
    }

    private static String announce(Browser clerk, String document, String token, int size) {
        HttpResponse<String> begun = clerk.post(
                document + "/uploads",
                Map.of("_csrf", token, "name", "bang.xml", "size", Integer.toString(size), "main", "false"));
        assertThat(begun.statusCode()).isEqualTo(201);
        String location = begun.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/outgoing/"));
    }

    private static HttpResponse<String> part(
            Browser clerk, String upload, String token, byte[] file, int from, int length) {
        byte[] octets = Arrays.copyOfRange(file, from, Math.min(file.length, from + length));
        return clerk.octets(
                "PATCH",
                upload + "?_csrf=" + token,
                BodyPublishers.ofByteArray(octets),
                OFFSET,
                Integer.toString(from));
    }

    private static int offset(Browser clerk, String upload) {
        return Integer.parseInt(clerk.octets("HEAD", upload, BodyPublishers.noBody())
                .headers()
                .firstValue(OFFSET)
                .orElseThrow());
    }

    private static String link(Browser clerk, String document) {
        Matcher link = Pattern.compile("href=\"(" + document + "/files/[^\"]+)\"")
                .matcher(clerk.get(document + "/edit").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String begin(Browser clerk) {
        String location = clerk.submit("/outgoing", "/outgoing", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.indexOf("/outgoing/"), location.length() - "/edit".length());
    }

    private Browser clerk() {
        Browser browser = new Browser(ports, identity.anonymousClient());
        assertThat(browser.signIn(account().value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private Page signedIn(BrowserContext context) {
        LoginName login = account();
        String origin = "https://127.0.0.1:" + ports.api();
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(PASSWORD);
        page.locator("main button").click();
        page.navigate(origin + "/outgoing");
        page.locator("form.lt-actions button").click();
        return page;
    }

    private LoginName account() {
        LoginName login = new LoginName("upload" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Lê Thị Tải Lên", Set.of(Role.CLERK), Set.of(OWN));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
