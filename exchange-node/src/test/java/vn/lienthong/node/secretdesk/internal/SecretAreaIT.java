package vn.lienthong.node.secretdesk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.TestDirectory;

/** The whole secret area in real browsers: composed without scripts, released by keyboard, taken over next door. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretAreaIT {

    private static final AgencyCode HERE = new AgencyCode("H44.71");
    private static final AgencyCode NEXT_DOOR = new AgencyCode("H44.72");
    private static final AgencyCode LOWER = new AgencyCode("H44.73");
    private static final String SUBJECT = "Về việc bố trí lực lượng bảo vệ kho lương thực dự trữ quốc gia";
    private static final String CODE = "/BC-UBND-M";
    private static final int PATIENCE = 60;

    private final SecretPeople people;
    private final TestDirectory directory;
    private final JdbcTemplate sql;
    private final String origin;

    @Autowired
    SecretAreaIT(ApplicationContext node) throws IOException {
        this.people = new SecretPeople(node);
        this.directory = node.getBean(TestDirectory.class);
        this.sql = node.getBean(JdbcTemplate.class);
        this.origin = people.origin();
        directory.listSelf();
        var _ = directory.hostStrong(HERE);
        var _ = directory.hostStrong(NEXT_DOOR);
        ForeignNode _ = ForeignNode.approved(directory, "peer-too-low", LOWER.value(), Secrecy.CONFIDENTIAL);
    }

    @BeforeEach
    void approveAndDoNotCoolOff() {
        directory.approveSelf(Secrecy.SECRET);
        sql.update(
                "replace into secret_policy (agency, cooling_seconds, express_seconds, two_to_open, reason_from,"
                        + " changed_by, changed_at) values (?, 0, 0, false, 2, 'test', now(3))",
                HERE.value());
    }

    @Test
    void aSecretIsComposedReleasedAndTakenOver(Window window) throws IOException {
        try (BrowserContext composing = window.open(1024, 700, false);
                BrowserContext receiving = window.open(1024, 700, true);
                BrowserContext releasing = window.open(1024, 700, true)) {
            Page recipient = receiving.newPage();
            people.signIn(recipient, people.cleared(Role.CLERK, "Lê Thị Bình", NEXT_DOOR));
            Page leader = releasing.newPage();
            people.signIn(leader, people.cleared(Role.LEADER, "Nguyễn Thành Long", HERE));
            Page composer = composing.newPage();
            people.signIn(composer, people.cleared(Role.CLERK, "Trần Văn Thư", HERE));
            String draft = compose(composer);
            look(window, composing, "composer", composerPages(draft));
            submit(composer, draft);
            release(leader);
            arrive(recipient);
            takeOver(recipient);
        }
    }

    private static List<String> composerPages(String draft) {
        return List.of(
                "/secret",
                "/secret/keys",
                "/secret/locked",
                "/secret/unlock",
                "/secret/drafts",
                "/secret/drafts/new",
                draft,
                draft + "/edit",
                draft + "/check",
                draft + "/recipients",
                "/secret/times",
                "/secret/policy",
                "/secret/policy?lang=en",
                draft + "?lang=en",
                draft + "/recipients?lang=en",
                "/secret/keys?lang=en",
                "/secret/times?lang=vi",
                draft + "/remove",
                draft + "/files/1",
                "/secret/releases",
                "/secret/documents",
                "/secret/books");
    }

    /** All of it without scripts. */
    private String compose(Page page) throws IOException {
        page.navigate(origin + "/secret/drafts/new");
        page.locator("#level").selectOption("SECRET");
        page.locator("#typeName").fill("Báo cáo");
        page.locator("#codeNotation").fill("BC-UBND-M");
        page.locator("#subject").fill(SUBJECT);
        page.locator("#place").fill("Hà Nội");
        page.locator("#signerName").fill("Nguyễn Thành Long");
        page.locator("#signerPosition").fill("Giám đốc");
        page.locator("main form button[type=submit]").last().click();
        page.locator("#choose").click();
        page.locator("#q").fill(LOWER.value());
        page.locator("form[role=search] button").click();
        assertThat(page.locator("#add").count())
                .as("an agency that may not receive the level")
                .isZero();
        page.locator("#q").fill("co quan " + NEXT_DOOR.value());
        page.locator("form[role=search] button").click();
        page.locator("label[for=code-0]").click();
        page.locator("#add button").click();
        assertThat(page.locator("#chosen").innerText()).contains(NEXT_DOOR.value());
        page.locator(".govuk-back-link").click();
        register(page);
        page.locator("#file")
                .setInputFiles(new FilePayload[] {new FilePayload("ke-hoach-bao-ve.png", "image/png", letter())});
        page.locator("form[action*='/files'] button").click();
        assertThat(page.locator(".lt-files").innerText()).contains("ke-hoach-bao-ve.png");
        return page.url().substring(origin.length()).replaceAll("\\?.*", "");
    }

    /** The draft has no number yet: the book gives it one. */
    private void register(Page page) {
        String draft = page.url();
        page.navigate(origin + "/secret/books");
        page.locator("button[value=OUT]").click();
        page.navigate(draft);
        page.locator("#register summary").click();
        page.locator("#register #unit").fill("Văn phòng");
        page.locator("#register button").click();
        assertThat(page.locator("main").innerText()).contains(CODE);
    }

    private static byte[] letter() throws IOException {
        BufferedImage picture = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 620, 877);
        pen.setColor(Color.BLACK);
        for (int line = 1; line < 30; line++) {
            pen.drawString(line + ". " + SUBJECT, 60, 60 + line * 24);
        }
        pen.dispose();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, "png", octets)).isTrue();
        return octets.toByteArray();
    }

    private void submit(Page page, String draft) {
        page.navigate(origin + draft + "/check");
        page.locator("label[for=releaser-0]").click();
        page.locator("form[action$='/submit'] button").click();
        assertThat(page.locator("#state").innerText()).contains("Chờ");
    }

    /** With the keyboard alone. */
    private void release(Page page) {
        PageCheck check = new PageCheck(page);
        page.navigate(origin + "/secret/policy");
        see(page, check, "leader-policy");
        page.locator("#two").check();
        page.locator("#policy button").click();
        assertThat(page.locator("#two").isChecked()).isTrue();
        page.navigate(origin + "/secret/releases");
        see(page, check, "leader-releases");
        page.locator("main table a").last().focus();
        page.keyboard().press("Enter");
        page.locator("#decide").waitFor();
        see(page, check, "leader-release");
        page.locator("#read").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.locator("#state").waitFor();
        assertThat(page.locator("#decide").count()).isZero();
        see(page, check, "leader-released");
    }

    private void arrive(Page page) {
        for (int tries = 0; tries < PATIENCE; tries++) {
            page.navigate(origin + "/secret/documents");
            if (page.content().contains(CODE)) {
                return;
            }
            page.waitForTimeout(1000);
        }
        assertThat(page.locator("main").innerText()).contains(CODE);
    }

    private void takeOver(Page page) {
        PageCheck check = new PageCheck(page);
        see(page, check, "recipient-documents");
        page.locator("main table a").first().click();
        String document = page.url().substring(origin.length()).replaceAll("\\?.*", "");
        see(page, check, "recipient-document");
        for (String part : List.of("/knowers", "/looks", "/proof", "/files/1")) {
            page.navigate(origin + document + part);
            see(page, check, "recipient" + part.replace('/', '-'));
        }
        page.navigate(origin + "/secret/books");
        page.locator("button[value=IN]").click();
        page.navigate(origin + document);
        page.locator("#hand-over button").click();
        page.locator("#declassify summary").click();
        page.locator("#why-declassify").fill("Đã công bố");
        page.locator("#declassify button").click();
        see(page, check, "recipient-document-proposed");
        page.locator("#register summary").click();
        page.locator("#unit").fill("Phòng Tổng hợp");
        page.locator("#register button").click();
        page.navigate(origin + "/secret/books");
        see(page, check, "recipient-books");
        page.locator("main table a").first().click();
        assertThat(page.locator("main").innerText()).contains(CODE, "Phòng Tổng hợp");
        see(page, check, "recipient-book");
    }

    /** The pages of a session in both languages, wide and narrow. */
    private void look(Window window, BrowserContext session, String who, List<String> paths) {
        try (BrowserContext scripted = window.open(1024, 700, true)) {
            scripted.addCookies(session.cookies().stream()
                    .map(kept -> new com.microsoft.playwright.options.Cookie(kept.name, kept.value)
                            .setUrl(origin)
                            .setSecure(true))
                    .toList());
            Page page = scripted.newPage();
            PageCheck check = new PageCheck(page);
            for (String path : paths) {
                page.navigate(origin + path);
                see(page, check, who + path.replaceAll("[0-9a-f-]{36}", "one").replaceAll("[/?=]", "-"));
            }
        }
    }

    private static void see(Page page, PageCheck check, String name) {
        check.passes(name);
        check.picture("secret-" + name);
        page.setViewportSize(360, 640);
        check.fits(name + " at 360");
        page.setViewportSize(1024, 700);
    }
}
