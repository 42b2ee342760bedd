package vn.lienthong.node.statement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.TestTransportIdentity;

/** Statements from the outside: programs over REST, clerks in a real browser, and those who may not. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementEdgeIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final StatementWorld world;
    private final HttpClient http;
    private final String origin;

    @Autowired
    StatementEdgeIT(ApplicationContext context, TestTransportIdentity identity, ListenerPorts ports)
            throws IOException {
        this.world = new StatementWorld(context, "H66");
        this.http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void programsRecallAnswerAndReadEverything() throws IOException, InterruptedException {
        ParcelId parcel = arrived();
        String sender = key(world.here, ApiScope.SUBMIT);
        String recipient = key(world.neighbour, ApiScope.RECEIVE);
        long entry = world.entry(world.neighbour, parcel).entryId();
        String recall = "{\"recipients\":[\"" + world.neighbour + "\"],\"text\":\"Ban hành nhầm\"}";
        HttpResponse<String> registered = post(
                recipient,
                "/api/v1/inbox/" + entry + "/status",
                "{\"status\":\"03\",\"arrivalNumber\":\"145\",\"dueDate\":\"2026-12-01\"}");
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
        assertThat(post(sender, dispatch(parcel, "/recall"), recall).body()).contains("\"SENT\"");
        assertThat(post(sender, dispatch(parcel, "/recall"), recall).body()).contains("\"REPEATED\"");
        String answer = "/api/v1/inbox/" + entry + "/answer";
        assertThat(post(recipient, answer, "{\"agreed\":false}").statusCode()).isEqualTo(422);
        assertThat(post(recipient, answer, "{\"agreed\":true}").body()).contains("\"15\"");
        assertThat(post(recipient, answer, "{\"agreed\":true}").statusCode()).isEqualTo(200);
        assertThat(post(recipient, answer, "{\"agreed\":false,\"text\":\"Không\"}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(get(sender, dispatch(parcel, "/statements")).body())
                .contains("\"145\"", "\"withdrawn\":true", "\"recall-request\"", "Ban hành nhầm", "\"signature\"");
        assertThat(get(recipient, "/api/v1/inbox/" + entry + "/statements").body())
                .contains("\"status\":\"15\"");
    }

    @Test
    void refusesProgramsWithoutScopeAndThoseOfOthersAlike() throws IOException, InterruptedException {
        ParcelId parcel = arrived();
        long entry = world.entry(world.neighbour, parcel).entryId();
        String body = "{\"recipients\":[\"" + world.neighbour + "\"],\"text\":\"Ban hành nhầm\"}";
        String tracking = key(world.here, ApiScope.TRACK);
        String stranger = key(world.neighbour, ApiScope.SUBMIT, ApiScope.TRACK);
        String receiving = key(world.here, ApiScope.RECEIVE);
        assertThat(get(tracking, dispatch(parcel, "/statements")).statusCode()).isEqualTo(200);
        for (String act : List.of("/recall", "/reminder", "/update", "/replacement", "/correction")) {
            String whole = body.replace("}", ",\"changes\":[\"Hạn\"],\"other\":\"" + parcel + "\"}");
            assertThat(post(tracking, dispatch(parcel, act), whole).statusCode())
                    .as(act)
                    .isEqualTo(403);
            assertThat(post(stranger, dispatch(parcel, act), whole).statusCode())
                    .as(act)
                    .isIn(404, 422);
        }
        assertThat(get(stranger, dispatch(parcel, "/statements")).statusCode()).isEqualTo(404);
        assertThat(get(tracking, "/api/v1/inbox/" + entry + "/statements").statusCode())
                .isEqualTo(403);
        for (String rest : List.of("/status", "/answer")) {
            HttpResponse<String> answer =
                    post(receiving, "/api/v1/inbox/" + entry + rest, "{\"status\":\"05\",\"agreed\":true}");
            assertThat(answer.statusCode()).as(rest).isEqualTo(404);
        }
        assertThat(world.bean(Statements.class).history(parcel, world.neighbour))
                .allMatch(kept -> kept.statement().kind() == StatementKind.STATUS);
    }

    @Test
    void clerksRecallAndAnswerWithoutScripts(Window window) {
        ParcelId parcel = arrived();
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = context.newPage();
            signIn(page, Role.CLERK, world.here);
            page.navigate(origin + "/recalls/" + parcel);
            page.getByText("Gửi đến nơi nhận đã chọn").click();
            assertThat(page.locator("#problem").innerText()).contains("Chọn ít nhất một nơi nhận");
            page.locator("#recipient-" + world.neighbour.value().replace(".", "\\."))
                    .check();
            page.locator("#reason").fill("Ban hành nhầm");
            page.getByText("Gửi đến nơi nhận đã chọn").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã gửi đến 1 nơi nhận");
            assertThat(page.locator("#recipients").innerText()).contains("Chờ trả lời", "Chưa mở");
        }
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = context.newPage();
            signIn(page, Role.CLERK, world.neighbour);
            page.navigate(origin + "/recall-requests/" + parcel + "/" + world.neighbour);
            assertThat(page.locator("main").innerText()).contains("đề nghị lấy lại", "Ban hành nhầm", "Đã đến");
            page.locator("#decision-decline").check();
            page.getByText("Gửi trả lời").click();
            assertThat(page.locator("#problem").innerText()).contains("Ghi lý do");
            assertThat(page.locator("#decision-decline").isChecked()).isTrue();
            page.locator("#decision-agree").check();
            page.getByText("Gửi trả lời").click();
            assertThat(page.locator("#notice").innerText()).contains("rút khỏi hộp đến");
            assertThat(page.locator("main form").count()).isZero();
        }
        assertThat(world.standing(parcel, world.neighbour).withdrawn()).isTrue();
    }

    @Test
    void pagesAreAccessibleAndFitSmallScreens(Window window) {
        ParcelId parcel = arrived();
        ParcelId asked = world.arrive();
        world.bring(world.author.recall(asked, world.there, world.here, "Ban hành nhầm, đề nghị hủy"));
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = context.newPage();
            signIn(page, Role.CLERK, world.here);
            PageCheck check = new PageCheck(page);
            for (String path : List.of("/recalls/" + parcel, "/recall-requests/" + asked + "/" + world.here)) {
                page.setViewportSize(1024, 600);
                assertThat(page.navigate(origin + path).status()).isEqualTo(200);
                check.passes(path);
                String name = "statement-" + path.split("/", -1)[1];
                check.picture(name);
                assertThat(check.load().html()).as("octets of " + path).isLessThan(15_000);
                page.navigate(origin + path + "?lang=en");
                check.passes(path + " in English");
                page.navigate(origin + path + "?lang=vi");
                page.setViewportSize(360, 640);
                check.fits(path);
                check.picture(name + "-small");
            }
        }
    }

    @Test
    void showsThePagesToNobodyElse(Window window) {
        ParcelId parcel = arrived();
        String recall = origin + "/recalls/" + parcel;
        String request = origin + "/recall-requests/" + parcel + "/" + world.neighbour;
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = context.newPage();
            assertThat(page.navigate(recall).url()).contains("/sign-in");
            signIn(page, Role.CLERK, world.neighbour);
            assertThat(page.navigate(recall).status()).isEqualTo(404);
            assertThat(page.navigate(request).status()).as("nothing is asked").isEqualTo(404);
            context.clearCookies();
            signIn(page, Role.LEADER, world.here);
            assertThat(page.navigate(recall).status()).isEqualTo(200);
            assertThat(page.getByText("Gửi đến nơi nhận đã chọn").count()).isZero();
            context.clearCookies();
            signIn(page, Role.OPERATOR, world.here);
            assertThat(page.navigate(recall).status()).isEqualTo(403);
            assertThat(page.navigate(request).status()).isEqualTo(403);
        }
    }

    private ParcelId arrived() {
        ParcelId parcel = world.send(world.neighbour);
        assertThat(world.await(parcel, world.neighbour, Known.ARRIVED).own()).isTrue();
        return parcel;
    }

    private static String dispatch(ParcelId parcel, String rest) {
        return "/api/v1/dispatches/" + parcel + rest;
    }

    private String key(AgencyCode agency, ApiScope... scopes) {
        NewApiKey wish = new NewApiKey(
                agency,
                "test",
                Set.of(scopes),
                world.bean(InstantSource.class).instant().plus(Duration.ofDays(1)));
        return world.bean(ApiKeys.class).issue(wish).token().reveal();
    }

    private HttpResponse<String> get(String key, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + key)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String key, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "once-" + System.nanoTime())
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private void signIn(Page page, Role role, AgencyCode agency) {
        LoginName login = new LoginName("statement" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Nguyễn Thị Thư", Set.of(role), Set.of(agency));
        assertThat(world.bean(Accounts.class).create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
    }
}
