package vn.lienthong.node.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.register.Registers;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.TestTransportIdentity;

/** One box over everything, as people of several agencies on one node use it. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class SearchIT {

    private final Shelves shelves;
    private final Visitors visitors;

    @Autowired
    SearchIT(
            Accounts accounts,
            JdbcClient database,
            Registers registers,
            InstantSource clock,
            TestTransportIdentity identity,
            ListenerPorts ports) {
        this.shelves = new Shelves(database, registers, clock);
        this.visitors = new Visitors(accounts, identity, ports);
    }

    @Test
    void findsWithoutAccentsAndSaysWhy() {
        AgencyCode agency = new AgencyCode("H61.11");
        long express = shelves.arrived(agency, "123", "UBND-VX", "Ứng phó bão số 5 <b>khẩn</b>", 3, 5);
        long other = shelves.arrived(agency, "124", "UBND-VX", "Họp giao ban", 0, 4);
        Browser clerk = visitors.person(Role.CLERK, agency);
        String page = clerk.get("/search?q=" + typed("hoa toc 123 ubnd")).body();
        assertThat(page).contains("/incoming/" + express).doesNotContain("/incoming/" + other);
        assertThat(page).contains("<mark>123</mark>/<mark>UBND</mark>-VX").contains("Số, ký hiệu, Độ khẩn");
        assertThat(page).contains("&lt;b&gt;khẩn&lt;/b&gt;").doesNotContain("<b>khẩn</b>");
        assertThat(found(clerk, "123/UBND-VX")).contains("/incoming/" + express);
        assertThat(found(clerk, "HỌP giao")).contains("/incoming/" + other);
        assertThat(found(clerk, "song huong tran quang kh"))
                .contains("/incoming/" + express, "/incoming/" + other)
                .contains("Người ký");
        assertThat(found(clerk, "họp bão")).contains("Không tìm thấy văn bản nào");
    }

    @Test
    void leadsFromABareNumberToTheDocument() {
        AgencyCode agency = new AgencyCode("H61.12");
        long incoming = shelves.arrived(agency, "900", "UBND", "Số đến trùng số nơi gửi của văn bản khác", 0, 9);
        shelves.register(incoming, "77");
        long bearing = shelves.arrived(agency, "77", "STC", "Mang số 77 của nơi gửi", 0, 3);
        long sent = shelves.sent(agency, "78", "QĐ-UBND", "Thành lập tổ công tác");
        Browser clerk = visitors.person(Role.CLERK, agency);
        assertThat(target(clerk.get("/search?q=77"))).endsWith("/incoming/" + incoming);
        assertThat(target(clerk.get("/search?q=" + typed("số 78")))).endsWith("/outgoing/" + sent);
        assertThat(clerk.get("/search?q=77&all=yes").body())
                .contains("/incoming/" + incoming, "/incoming/" + bearing)
                .contains("Đúng số đã gõ");
        long twin = shelves.sent(agency, "77", "QĐ-UBND", "Cũng mang số 77");
        HttpResponse<String> both = clerk.get("/search?q=77");
        assertThat(both.statusCode()).isEqualTo(200);
        assertThat(both.body()).contains("/incoming/" + incoming, "/outgoing/" + twin);
        assertThat(both.body().indexOf("/outgoing/" + twin))
                .isLessThan(both.body().indexOf("/incoming/" + bearing));
    }

    @Test
    void showsNobodyWhatBelongsToAnotherAgencyOfTheNode() {
        AgencyCode one = new AgencyCode("H61.13");
        AgencyCode two = new AgencyCode("H61.14");
        long ofOne = shelves.arrived(one, "31", "UBND", "Quy hoạch khu Đông", 0, 2);
        long ofTwo = shelves.arrived(two, "31", "UBND", "Quy hoạch khu Tây", 0, 2);
        shelves.register(ofTwo, "512");
        long sentByTwo = shelves.sent(two, "31", "QĐ", "Quy hoạch khu Bắc");
        long oldOfTwo =
                shelves.old(two, 31, "Quy hoạch khu Nam", shelves.today().minusDays(40));
        Browser clerk = visitors.person(Role.CLERK, one);
        for (String query : List.of(
                "q=" + typed("quy hoach"),
                "q=31&all=yes",
                "q=" + typed("quy hoach") + "&agency=H61.14",
                "agency=H61.14",
                "kind=outgoing",
                "kind=register",
                "state=incoming:REGISTERED",
                "q=" + typed("x' or 1=1 or agency='H61.14"))) {
            assertThat(clerk.get("/search?" + query).body())
                    .as(query)
                    .doesNotContain(
                            "/incoming/" + ofTwo + "\"", "/outgoing/" + sentByTwo + "\"", "/entries/" + oldOfTwo)
                    .doesNotContain("khu Tây", "khu Bắc", "khu Nam");
        }
        assertThat(clerk.get("/search?q=512").statusCode()).isEqualTo(200);
        assertThat(found(clerk, "quy hoach")).contains("/incoming/" + ofOne);
        assertThat(found(visitors.person(Role.CLERK, two), "quy hoach"))
                .contains("/incoming/" + ofTwo, "/outgoing/" + sentByTwo, "/entries/" + oldOfTwo)
                .doesNotContain("/incoming/" + ofOne + "\"");
    }

    @Test
    void showsOfficersWhatWasGivenToThemAndOthersNothing() {
        AgencyCode agency = new AgencyCode("H61.15");
        long given = shelves.arrived(agency, "41", "UBND", "Kiểm kê tài sản quý một", 0, 2);
        long kept = shelves.arrived(agency, "42", "UBND", "Kiểm kê tài sản quý hai", 0, 2);
        long old = shelves.old(
                agency, 5, "Kiểm kê tài sản năm trước", shelves.today().minusDays(300));
        LoginName login = visitors.account(Role.OFFICER, agency);
        shelves.give(given, agency, login.value());
        Browser officer = visitors.signedIn(login);
        assertThat(found(officer, "kiem ke"))
                .contains("/incoming/" + given)
                .doesNotContain("/incoming/" + kept + "\"", "/entries/" + old);
        assertThat(found(officer, "42")).doesNotContain("quý hai");
        assertThat(found(visitors.person(Role.LEADER, agency), "kiem ke"))
                .contains("/incoming/" + given, "/incoming/" + kept, "/entries/" + old);
        for (Role role : List.of(Role.OPERATOR)) {
            assertThat(visitors.person(role, agency).get("/search?q=kiem").statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
        assertThat(visitors.stranger().get("/search?q=kiem").statusCode()).isEqualTo(302);
    }

    @Test
    void narrowsByKindStateDateTypeAndUrgency() {
        AgencyCode agency = new AgencyCode("H61.16");
        long urgent = shelves.arrived(agency, "51", "UBND", "Diễn tập một", 3, 1);
        long ordinary = shelves.arrived(agency, "52", "UBND", "Diễn tập hai", 0, 24 * 20);
        long sent = shelves.sent(agency, "53", "QĐ", "Diễn tập ba");
        long old = shelves.old(agency, 9, "Diễn tập bốn", shelves.today().minusDays(100));
        Browser clerk = visitors.person(Role.CLERK, agency);
        Map<String, List<Boolean>> wanted = Map.of(
                "kind=incoming",
                List.of(true, true, false, false),
                "kind=outgoing",
                List.of(false, false, true, false),
                "urgency=3",
                List.of(true, false, false, false),
                "from=-5",
                List.of(true, false, true, false),
                "from=-30&until=-10",
                List.of(false, true, false, false),
                "until=-50",
                List.of(false, false, false, true),
                "type=" + typed("Quyết định"),
                List.of(false, false, true, false),
                "state=register:KEPT",
                List.of(false, false, false, true),
                "state=incoming:ACCEPTED",
                List.of(true, true, false, false),
                "state=incoming:x'",
                List.of(false, false, false, false));
        List<String> links =
                List.of("/incoming/" + urgent, "/incoming/" + ordinary, "/outgoing/" + sent, "/entries/" + old);
        wanted.forEach((query, shown) -> {
            for (String words : List.of("", "&q=" + typed("dien tap"))) {
                String page = clerk.get("/search?" + query + words).body();
                for (int i = 0; i < links.size(); i++) {
                    assertThat(page.contains(links.get(i) + "\""))
                            .as(query + words + " " + links.get(i))
                            .isEqualTo(shown.get(i));
                }
            }
        });
        assertThat(clerk.get("/search?q=dien&from=" + typed("hôm kia")).body())
                .contains("Nhập ngày theo thứ tự")
                .doesNotContain("/incoming/" + urgent);
    }

    @Test
    void pagesThroughEverythingOnceWhateverTheKind() {
        AgencyCode agency = new AgencyCode("H61.17");
        for (int i = 1; i <= 65; i++) {
            switch (i % 3) {
                case 0 -> {
                    long _ = shelves.arrived(agency, "" + i, "VP", "Lượt thứ " + i + " xong", 0, 0);
                }
                case 1 -> {
                    long _ = shelves.sent(agency, "" + i, "VP", "Lượt thứ " + i + " xong");
                }
                default -> {
                    long _ = shelves.old(agency, i, "Lượt thứ " + i + " xong", shelves.today());
                }
            }
        }
        Browser clerk = visitors.person(Role.CLERK, agency);
        StringBuilder all = new StringBuilder();
        String next = "/search?q=" + typed("luot thu");
        int pages = 0;
        while (!next.isEmpty() && pages < 5) {
            String page = clerk.get(next).body();
            all.append(page.replace("<mark>", "").replace("</mark>", ""));
            int at = page.indexOf("rel=\"next\" href=\"");
            next = at < 0
                    ? ""
                    : page.substring(at + 17, page.indexOf('"', at + 17)).replace("&amp;", "&");
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        for (int i = 1; i <= 65; i++) {
            assertThat(all.toString().split("Lượt thứ " + i + " xong", -1))
                    .as("number " + i)
                    .hasSize(2);
        }
        assertThat(clerk.get("/search?q=luot&at=nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsFiltersForTheirOwnerAndTheAgency() {
        AgencyCode agency = new AgencyCode("H61.18");
        Browser clerk = visitors.person(Role.CLERK, agency);
        Browser colleague = visitors.person(Role.LEADER, agency);
        Browser stranger = visitors.person(Role.CLERK, new AgencyCode("H61.19"));
        String link = "/search?q=dau+tu&kind=incoming";
        save(clerk, "search", link, "Đầu tư của tôi", "");
        save(clerk, "search", link, "Đầu tư của cơ quan", agency.value());
        save(clerk, "incoming", "/incoming?tab=all&q=dau", "Đến: đầu tư", "H61.19");
        assertThat(clerk.get("/search").body()).contains("Đầu tư của tôi", "Đầu tư của cơ quan");
        assertThat(clerk.get("/incoming").body()).contains("Đến: đầu tư");
        assertThat(clerk.get("/outgoing?q=x").body())
                .contains("Lưu bộ lọc đang dùng")
                .doesNotContain("Đầu tư");
        assertThat(colleague.get("/search").body())
                .contains("Đầu tư của cơ quan")
                .doesNotContain("Đầu tư của tôi");
        assertThat(stranger.get("/search").body()).doesNotContain("Đầu tư");
        assertThat(stranger.get("/incoming").body()).doesNotContain("Đến: đầu tư");
        for (String evil : List.of(
                "https://example.org/search?q=1",
                "//example.org/search?q=1",
                "/search",
                "/account?x=1",
                "/search?q=\n")) {
            Map<String, String> fields = Map.of("place", "search", "link", evil, "name", "x");
            assertThat(clerk.submit("/search?q=a+b", "/search/saved", fields).statusCode())
                    .as(evil)
                    .isEqualTo(404);
        }
        String page = clerk.get("/search").body();
        int at = page.indexOf("/search/saved/");
        String remove = page.substring(at, page.indexOf('"', at));
        assertThat(colleague.submit("/search?q=a+b", remove, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(clerk.submit("/search?q=a+b", remove, Map.of()).statusCode()).isEqualTo(302);
    }

    private static void save(Browser person, String place, String link, String name, String agency) {
        Map<String, String> fields = Map.of("place", place, "link", link, "name", name, "agency", agency);
        assertThat(target(person.submit("/search?q=a+b", "/search/saved", fields)))
                .endsWith(link);
    }

    @Test
    void staysUprightWhateverIsTyped() {
        Browser clerk = visitors.person(Role.CLERK, new AgencyCode("H61.20"));
        for (String text : List.of(
                "' or 1=1 -- ",
                "+ubnd* >(a) \"b c\" ~d @3",
                "%_%",
                "\\",
                "<script>alert(1)</script>",
                "a".repeat(5000),
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
                "𝔘𝔅𝔑𝔇 \u0000 \uFFFD",
                "-1",
                "999999999999999999999",
                "{0} ${x} #{y} :agency ?")) {
            HttpResponse<String> answer = clerk.get("/search?q=" + typed(text));
            assertThat(answer.statusCode()).as(text).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("<script>alert");
        }
    }

    @Test
    void looksRightAndWorksFromTheKeyboard(Window window) {
        AgencyCode agency = new AgencyCode("H61.21");
        String subject = "Về việc triển khai kế hoạch ứng phó bão, mưa lũ trên địa bàn tỉnh đợt ";
        for (int i = 1; i <= 12; i++) {
            long _ = shelves.arrived(agency, "" + (120 + i), "UBND-VX", subject + i, i % 4 == 0 ? 3 : 0, i);
        }
        long _ = shelves.sent(agency, "123", "QĐ-UBND", "Kiện toàn Ban Chỉ huy phòng, chống bão lũ");
        long _ = shelves.old(
                agency,
                123,
                "Báo cáo kết quả ứng phó bão năm trước",
                shelves.today().minusDays(200));
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = visitors.signedIn(context, visitors.account(Role.CLERK, agency));
            PageCheck check = new PageCheck(page);
            page.navigate(visitors.origin() + "/search");
            check.passes("empty");
            check.picture("search-empty");
            page.keyboard().press("/");
            page.keyboard().type("hoa toc 1/2");
            assertThat(page.locator("#q").inputValue()).isEqualTo("hoa toc 1/2");
            page.locator("#q").fill("bao 123");
            page.keyboard().press("Enter");
            assertThat(page.locator("#results .lt-found").first().innerText()).contains("123/UBND-VX", "Khớp ở");
            check.passes("results");
            check.picture("search-results");
            page.navigate(visitors.origin() + "/search?q=bao&from=-300&kind=incoming");
            page.locator("details.lt-saved summary").click();
            page.locator("#saved-name").fill("Bão năm nay");
            page.locator("#saved-agency").selectOption(agency.value());
            check.passes("saving");
            check.picture("search-saving");
            page.getByText("Lưu bộ lọc", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#notice").innerText()).contains("Đã lưu bộ lọc “Bão năm nay”");
            page.getByText("Xuất CSV").click();
            assertThat(page.url()).contains("/listings/");
            fits(page, check);
        }
    }

    private void fits(Page page, PageCheck check) {
        page.navigate(visitors.origin() + "/search?q=bao&lang=en");
        check.passes("English");
        page.navigate(visitors.origin() + "/search?q=bao&lang=vi");
        for (int width : List.of(768, 360)) {
            page.setViewportSize(width, 640);
            page.navigate(visitors.origin() + "/search?q=bao&from=-300");
            check.passes("at " + width);
            check.picture("search-" + width);
        }
    }

    private static String found(Browser person, String words) {
        HttpResponse<String> answer = person.get("/search?q=" + typed(words));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String typed(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String target(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
