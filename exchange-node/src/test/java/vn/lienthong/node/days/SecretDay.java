package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.outgoing.LetterForTests;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.Installation;
import vn.lienthong.node.testing.PageCheck;

/** A state secret goes from the province to a commune through the pages, by the hands of the few who are cleared for it. */
final class SecretDay {

    private static final String PIN = "ngựa vằn 41 bay";
    private static final String TABLE = SecretTravel.NAME + ".xml";
    private static final Duration COOLING = Duration.ofMinutes(3);

    private final List<String> keepable = new ArrayList<>();
    private int answers;
    private final TwoNodes nodes;
    private final Window window;
    private final Desk north;
    private final Desk south;

    SecretDay(Stage stage, Window window) {
        this.nodes = stage.nodes();
        this.window = window;
        this.north = stage.north();
        this.south = stage.south();
    }

    private LoginName cleared(Installation node, String login, String name, Role role, AgencyCode agency) {
        LoginName person = TwoNodes.person(node, login, name, Set.of(role), agency);
        int rows = node.get(JdbcClient.class)
                .sql("insert into clearance (account_id, agency, level, last_day, state, reason, proposed_by,"
                        + " proposed_at, decided_by, decided_at) select id, ?, ?, '2099-12-31', 'ACTIVE', 'for a"
                        + " test', 'officer.x', utc_timestamp(3), 'leader.x', utc_timestamp(3) from account where"
                        + " login = ?")
                .params(agency.value(), Secrecy.SECRET.number(), login)
                .update();
        assertThat(rows).isEqualTo(1);
        return person;
    }

    private Page signedIn(BrowserContext context, Installation node, Desk desk, LoginName login) {
        Authenticator phone =
                new Authenticator(node.get(SecondFactors.class).handOut(login).reveal());
        Page page = desk.signedIn(context, login, phone.code(nodes.clock().instant()));
        page.onResponse(this::heard);
        desk.open(page, "/secret/keys");
        page.locator("#pin").fill(PIN);
        page.locator("#again").fill(PIN);
        press(page, "#enrol button");
        assertThat(page.locator("#keys-bar").innerText()).contains("Khóa ngay");
        return page;
    }

    /** No browser and nothing on the way may keep what the area answers. */
    private void heard(Response answer) {
        String path = URI.create(answer.url()).getPath();
        String kept = answer.allHeaders().getOrDefault("cache-control", "");
        if (path.startsWith("/secret")) {
            answers++;
            if (!kept.contains("no-store")) {
                keepable.add(answer.status() + " " + path);
            }
        }
    }

    private static void press(Page page, String button) {
        var _ = page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.status() / 100 != 3,
                () -> page.locator(button).first().click());
        page.waitForLoadState();
    }

    /** From the first word to the book of the recipient. */
    void travelsByTheHandsOfTheFew() throws IOException, PdfSigningException {
        LoginName composer = cleared(nodes.north(), "mat.soan", "Lý Thị Soạn", Role.CLERK, TwoNodes.PROVINCE);
        LoginName releaser = cleared(nodes.north(), "mat.duyet", "Hồ Văn Duyệt", Role.LEADER, TwoNodes.PROVINCE);
        LoginName reader = cleared(nodes.south(), "mat.nhan", "Võ Thị Nhận", Role.CLERK, TwoNodes.COMMUNE);
        try (BrowserContext first = window.open(Stage.WIDTH, Stage.HEIGHT, true);
                BrowserContext second = window.open(Stage.WIDTH, Stage.HEIGHT, true);
                BrowserContext third = window.open(Stage.WIDTH, Stage.HEIGHT, false)) {
            Page releasing = signedIn(second, nodes.north(), north, releaser);
            Page reading = signedIn(third, nodes.south(), south, reader);
            Page composing = signedIn(first, nodes.north(), north, composer);
            String draft = compose(composing);
            submit(composing, draft);
            release(releasing);
            nodes.clock().advance(COOLING);
            north.openUntil(composing, draft, "#state", text -> text.contains("Đã gửi"));
            read(reading);
            north.openUntil(composing, draft, "#followed", text -> text.contains("Đã bàn giao"));
            look(composing, "secret-draft-sent");
            assertThat(answers).isGreaterThan(20);
            assertThat(keepable).as("what a cache may keep").isEmpty();
        }
    }

    private void look(Page page, String name) {
        PageCheck check = new PageCheck(page);
        check.passes(name);
        check.picture(name);
    }

    private String compose(Page page) throws IOException, PdfSigningException {
        north.open(page, "/secret/drafts/new");
        page.locator("#level").selectOption(Secrecy.SECRET.name());
        page.locator("#urgency").selectOption(String.valueOf(Urgency.EXPRESS.level()));
        page.locator("#typeName").fill("Kế hoạch");
        page.locator("#codeNumber").fill(SecretTravel.NUMBER);
        page.locator("#codeNotation").fill("KH-UBND");
        page.locator("#subject").fill(SecretTravel.SUBJECT);
        page.locator("#signerName").fill("Trần Văn Núi");
        page.locator("#recipients").fill(TwoNodes.COMMUNE.value());
        look(page, "secret-compose");
        press(page, "main form[action^='/secret/drafts'] > .govuk-button");
        assertThat(page.url()).matches(".*/secret/drafts/[0-9a-f-]+");
        page.locator("#file").setInputFiles(new FilePayload[] {
            new FilePayload("ke-hoach.pdf", "application/pdf", LetterForTests.signed()),
            new FilePayload(
                    TABLE, "text/xml", ("<kho>" + SecretTravel.CONTENT + "</kho>").getBytes(StandardCharsets.UTF_8))
        });
        press(page, "form[enctype='multipart/form-data'] button");
        assertThat(page.locator(".lt-files li").count())
                .as(page.locator("main").innerText())
                .isEqualTo(2);
        return page.url().replaceFirst("https://[^/]+", "");
    }

    private void submit(Page page, String draft) {
        north.open(page, draft + "/check");
        assertThat(page.locator("#against").count())
                .as(page.locator("main").innerText())
                .isZero();
        page.locator("input[name=releaser]:not([disabled])").first().check();
        look(page, "secret-check");
        press(page, "form[action$='/submit'] button");
        assertThat(page.locator("#state").innerText()).contains("Chờ người thứ hai duyệt");
    }

    private void release(Page page) {
        north.open(page, "/secret/releases");
        press(page, "main table a");
        assertThat(page.locator("main").innerText()).contains(SecretTravel.SUBJECT, TABLE);
        String at = page.url();
        press(page, ".lt-files a");
        assertThat(shown(page)).isTrue();
        look(page, "secret-release-page");
        page.navigate(at);
        page.locator("#read").check();
        look(page, "secret-release");
        press(page, "form[action$='/approve'] button");
        assertThat(page.locator("#state").innerText()).doesNotContain("Chờ người thứ hai");
    }

    private static boolean shown(Page page) {
        Locator picture = page.locator("img.lt-page");
        picture.waitFor();
        return picture.count() == 1;
    }

    private void read(Page page) {
        south.openUntil(page, "/secret/documents", "main", text -> text.contains("Kế hoạch"));
        press(page, "main table tbody a");
        assertThat(page.locator("main").innerText())
                .contains(SecretTravel.SUBJECT, TABLE, "ke-hoach.pdf", SecretTravel.NUMBER);
        String document = page.url();
        press(page, ".lt-files a");
        assertThat(shown(page)).isTrue();
        page.navigate(document);
        press(page, "#hand-over button");
        south.open(page, "/secret/books");
        press(page, "button[value=IN]");
        page.navigate(document);
        page.locator("#register summary").click();
        page.locator("#register #unit").fill("Văn phòng");
        press(page, "#register form button");
        assertThat(page.locator("main").innerText()).contains("số 1 trong sổ mật");
        south.open(page, document.replaceFirst("https://[^/]+", "") + "/proof");
        assertThat(page.locator("main").innerText()).contains("Lý Thị Soạn", "Hồ Văn Duyệt");
        south.open(page, "/secret/documents");
        press(page, "#lock-now");
    }

    /** Whoever is not cleared, at either end, does not learn that there is a place for secrets. */
    List<Integer> answersToTheUncleared(LoginName clerk) {
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = south.signedIn(context, clerk);
            return List.of(
                    page.navigate(south.origin() + "/secret").status(),
                    page.navigate(south.origin() + "/secret/documents").status(),
                    page.navigate(south.origin() + "/there-is-no-such-page").status());
        }
    }
}
