package vn.lienthong.node.secretdesk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.RequestBuilder;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.KeyState;

class SecretPagesTest {

    private static final String DRAFT = "/secret/drafts/" + PretendSecrets.DRAFT;
    private static final String RELEASE = "/secret/releases/" + PretendSecrets.DRAFT;
    private static final String DOCUMENT = "/secret/documents/" + PretendSecrets.ARRIVED;
    private static final List<String> PAGES = List.of(
            "/secret",
            "/secret/keys",
            "/secret/locked",
            "/secret/drafts",
            "/secret/drafts/new",
            DRAFT,
            DRAFT + "/edit",
            DRAFT + "/check",
            DRAFT + "/recipients",
            DRAFT + "/remove",
            DRAFT + "/files/1",
            "/secret/releases",
            RELEASE,
            RELEASE + "/files/1",
            "/secret/documents",
            DOCUMENT,
            DOCUMENT + "/files/1",
            DOCUMENT + "/knowers",
            DOCUMENT + "/looks",
            DOCUMENT + "/proof",
            "/secret/policy",
            "/secret/times",
            "/secret/books",
            "/secret/books/5");

    private final PagesUnderTest pages = new PagesUnderTest();

    @BeforeEach
    void aClerkWorks() {
        pages.signIn(Role.CLERK);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void everyPageIsShownAndKeptByNobody() throws Exception {
        for (String page : PAGES) {
            MockHttpServletResponse answer = send(get(page));
            assertThat(answer.getStatus()).as(page).isEqualTo(200);
            assertThat(answer.getHeader("Cache-Control")).as(page).isEqualTo("no-store");
            String html = text(answer);
            assertThat(html).as(page).contains("<main").doesNotContain("??secret.");
            assertThat(html.getBytes(StandardCharsets.UTF_8).length).as(page).isLessThan(15_000);
        }
    }

    @Test
    void noTitleOrAddressNamesADocument() throws Exception {
        for (String page : PAGES) {
            String html = text(send(get(page)));
            String title = html.substring(html.indexOf("<title>"), html.indexOf("</title>"));
            assertThat(title).as(page).doesNotContain("Phương án", "phương án", "12/UBND");
            for (String link : html.split("(?:href|action|src)=\"", -1)) {
                assertThat(link.substring(0, Math.max(0, link.indexOf('"'))).toLowerCase(java.util.Locale.ROOT))
                        .as(page)
                        .doesNotContain("phương", "ph%c6", "ubnd-m");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"})
    void withoutClearanceEveryAddressIsUnknownWhateverTheMethod(String method) throws Exception {
        pages.secrets.hide();
        for (String page : PAGES) {
            MockHttpServletResponse answer = send(request(HttpMethod.valueOf(method), page));
            assertThat(answer.getStatus()).as(page).isEqualTo(404);
            assertThat(answer.getContentLength()).as(page).isZero();
        }
        assertThat(send(request(HttpMethod.valueOf(method), "/secret/nothing/like/this"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.secrets.asked()).allMatch(question -> question.equals("SecretArea.visible"));
        assertThat(pages.refusals).hasSizeGreaterThan(PAGES.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SECURITY_OFFICER", "OPERATOR", "ADMINISTRATOR"})
    void whoeverHandlesNoDocumentsFindsNothingAndNothingIsAsked(Role role) throws Exception {
        pages.signIn(role);
        for (String page : PAGES) {
            assertThat(send(get(page)).getStatus()).as(page).isEqualTo(404);
        }
        assertThat(pages.secrets.asked()).isEmpty();
    }

    @Test
    void withLockedKeysNoPageShowsAnythingOfADocument() throws Exception {
        pages.secrets.keysAre(KeyState.Phase.LOCKED);
        for (String page : PAGES) {
            MockHttpServletResponse answer = send(get(page));
            assertThat(text(answer)).as(page).doesNotContain("Phương án", "phương án", "UBND-M");
            boolean quiet = List.of("/secret", "/secret/keys", "/secret/locked", DRAFT + "/remove")
                    .contains(page);
            if (!quiet) {
                assertThat(answer.getRedirectedUrl()).as(page).startsWith("/secret/unlock?next=");
            }
        }
    }

    @Test
    void withoutAFreshSecondFactorDocumentsAndReleasesLeadToItFirst() throws Exception {
        pages.stepUpIsOld();
        for (String page : List.of("/secret/keys", "/secret/unlock", DRAFT + "/check", RELEASE, DOCUMENT)) {
            assertThat(send(get(page)).getRedirectedUrl()).as(page).startsWith("/step-up?next=/secret");
        }
    }

    @Test
    void aPageThatWasOpenedLeavesTheScreenWhenTheKeysLockThemselves() throws Exception {
        assertThat(send(get(DOCUMENT)).getHeader("Refresh")).isEqualTo("601;url=/secret/locked");
        assertThat(text(send(get("/secret/locked")))).doesNotContain("Phương án", "UBND-M");
    }

    @Test
    void thePinIsAskedTwiceAndNeverComesBackInAPage() throws Exception {
        pages.secrets.keysAre(KeyState.Phase.NONE);
        String html =
                text(send(post("/secret/keys/enrol").param("pin", "ngoi-sao-91").param("again", "ngoi-sao-92")));
        assertThat(html).contains("Hai lần gõ PIN không giống nhau").doesNotContain("ngoi-sao");
        assertThat(pages.secrets.asked()).doesNotContain("PersonalKeys.enrol");
        assertThat(send(post("/secret/keys/enrol").param("pin", "ngoi-sao-91").param("again", "ngoi-sao-91"))
                        .getRedirectedUrl())
                .isEqualTo("/secret");
    }

    @Test
    void aWrongPinSaysHowManyTriesAreLeft() throws Exception {
        pages.secrets.keysAre(KeyState.Phase.LOCKED);
        pages.secrets.refuse("PersonalKeys.unlock", Hindrance.WRONG_PIN, "3");
        assertThat(text(send(post("/secret/unlock").param("pin", "sai-pin-roi"))))
                .contains("PIN không đúng; còn 3 lần")
                .doesNotContain("sai-pin-roi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/accounts",
                "/secret/../accounts",
                "/secret/x\r\nA: b"
            })
    void unlockingNeverLeadsOutOfTheArea(String next) throws Exception {
        pages.secrets.keysAre(KeyState.Phase.LOCKED);
        assertThat(send(post("/secret/unlock").param("pin", "12345678x").param("next", next))
                        .getRedirectedUrl())
                .isEqualTo("/secret");
    }

    @Test
    void pagesOfADocumentLeaveAsPicturesOnly() throws Exception {
        MockHttpServletResponse answer = send(get(DOCUMENT + "/files/1/pages/1"));
        assertThat(answer.getContentType()).startsWith("image/");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(827);
        assertThat(send(get(DOCUMENT + "/files/1/pages/9")).getStatus()).isEqualTo(404);
    }

    @Test
    void aReasonForACopyIsAskedByFormAndReachesTheRecord() throws Exception {
        assertThat(send(get(DOCUMENT + "/files/1/copy")).getStatus()).isEqualTo(405);
        pages.web()
                .perform(post(DOCUMENT + "/files/1/copy")
                        .param("purpose", "print")
                        .param("reason", "họp thường trực"));
        assertThat(pages.secrets.asked()).contains("SecretReading.file họp thường trực");
    }

    @Test
    void offersCopiesOnlyToWhomRolesAllowThem() throws Exception {
        assertThat(text(send(get(DOCUMENT + "/files/1")))).doesNotContain("value=\"print\"", "value=\"download\"");
        pages.signIn(Role.LEADER);
        assertThat(text(send(get(DOCUMENT + "/files/1")))).contains("value=\"print\"", "value=\"download\"");
    }

    @Test
    void approvingNeedsTheTickAndSendsTheStatementThatWasShown() throws Exception {
        pages.secrets.draftIs(DraftState.WAITING);
        String html = text(send(get(RELEASE)));
        assertThat(html).contains("value=\"" + "cd".repeat(64) + "\"");
        MockHttpServletResponse hasty = send(post(RELEASE + "/approve").param("statement", "cd".repeat(64)));
        assertThat(hasty.getRedirectedUrl()).isEqualTo(RELEASE);
        assertThat(pages.secrets.asked()).noneMatch(question -> question.startsWith("SecretReleases.approve"));
        assertThat(send(post(RELEASE + "/approve")
                                .param("statement", "cd".repeat(64))
                                .param("read", "true"))
                        .getRedirectedUrl())
                .isEqualTo(RELEASE);
        assertThat(pages.secrets.asked()).contains("SecretReleases.approve " + "cd".repeat(64));
    }

    @Test
    void whatCoolsOffShowsItsHourAndCanBeStoppedByBoth() throws Exception {
        pages.secrets.draftIs(DraftState.COOLING);
        assertThat(text(send(get(DRAFT)))).contains("16:10:00 22/11/2026", DRAFT + "/stop");
        assertThat(text(send(get(RELEASE)))).contains("16:10:00 22/11/2026", RELEASE + "/stop");
    }

    @ParameterizedTest
    @EnumSource(Hindrance.class)
    void everyHindranceLeadsSomewhereInPlainWords(Hindrance why) throws Exception {
        pages.secrets.refuse("SecretReading.find", why, "2");
        MockHttpServletResponse answer = send(get(DOCUMENT));
        if (why == Hindrance.HIDDEN) {
            assertThat(answer.getStatus()).isEqualTo(404);
        } else {
            assertThat(answer.getRedirectedUrl()).isNotNull().startsWith("/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "0193A000-0000-7000-8000-000000000002", "0193a000-0000-7000-8000-00000000000"})
    void aNameThatIsNoneIsUnknown(String id) throws Exception {
        assertThat(send(get("/secret/documents/" + id)).getStatus()).isEqualTo(404);
        assertThat(send(get("/secret/drafts/" + id)).getStatus()).isEqualTo(404);
    }

    @Test
    void wordsToLookForStandInNoAddress() throws Exception {
        assertThat(text(send(get("/secret/documents").param("q", "công trình"))))
                .doesNotContain("công trình\"");
        assertThat(pages.secrets.asked()).contains("SecretReading.list ");
        assertThat(text(send(post("/secret/documents").param("q", "công trình"))))
                .contains("công trình");
        assertThat(pages.secrets.asked()).contains("SecretReading.list công trình");
    }

    private MockHttpServletResponse send(RequestBuilder wish) throws Exception {
        return pages.web().perform(wish).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws UnsupportedEncodingException {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
