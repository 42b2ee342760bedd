package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.IdentityProviders;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.IdProvider;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;
import vn.lienthong.node.testing.TokenSigner.Way;

/** Signs in with a real identity provider, then with tokens that an attacker would like to use. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class OidcIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final IdProvider PROVIDER = new IdProvider();
    private static final String REFUSED = "không xác nhận được";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final IdentityProviders providers;
    private final SettableClock clock;
    private final SecondFactorIT.Hearing hearing;
    private final String origin;

    @Autowired
    OidcIT(
            Accounts accounts,
            SecondFactors factors,
            IdentityProviders providers,
            SettableClock clock,
            SecondFactorIT.Hearing hearing,
            ListenerPorts ports) {
        this.accounts = accounts;
        this.factors = factors;
        this.providers = providers;
        this.clock = clock;
        this.hearing = hearing;
        this.origin = "https://localhost:" + ports.api();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path secret = TestDirectories.fresh("oidc").resolve("secret");
        new SecretFile(secret).write(new Secret(IdProvider.SECRET));
        Path authority = PROVIDER.authority();
        Map<String, String> settings = new HashMap<>(Map.of(
                "label",
                "Sở Thử nghiệm",
                "issuer",
                PROVIDER.issuer(),
                "client-id",
                IdProvider.CLIENT,
                "client-secret-file",
                secret.toString(),
                "account-claim",
                "sub",
                "strong-acr",
                "cao",
                "ca-file",
                authority.toString()));
        settings.forEach((name, value) -> registry.add("lienthong.oidc.thu." + name, () -> value));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void honest() {
        PROVIDER.close();
        PROVIDER.clock(clock);
        PROVIDER.start(origin);
        PROVIDER.claims(UnaryOperator.identity());
        PROVIDER.sign(Way.HONEST);
    }

    @Test
    void linksAnAccountOnceAndSignsInAndOutOfBoth(Window window) {
        LoginName login = account(Role.LEADER);
        try (BrowserContext context = window.open(1024, 700, true)) {
            Page page = context.newPage();
            PageCheck check = new PageCheck(page);
            page.navigate(origin + "/sign-in");
            check.passes("sign-in with a provider");
            check.picture("sign-in-provider");
            page.locator("#providers a").click();
            atProvider(page);
            assertThat(page.url()).endsWith("/sign-in/link");
            assertThat(page.locator("#login").inputValue()).isEqualTo(IdProvider.USER);
            check.passes("link");
            check.picture("sign-in-link");
            prove(page, login, "sai mật khẩu rồi");
            assertThat(page.locator("#problem").innerText()).contains("Chưa đăng nhập được");
            prove(page, login, PASSWORD);
            page.waitForURL(origin + "/");
            assertThat(hearing.heard(new AccountEvent.ProviderLinked(login, "thu")))
                    .isTrue();
            page.locator(".lt-header__button").click();
            page.waitForURL(origin + "/sign-in?out");
            page.locator("#providers a").click();
            atProvider(page);
            page.waitForURL(origin + "/");
            page.navigate(origin + "/account/sessions");
            assertThat(page.locator("#sessions").innerText()).contains("Hệ thống định danh");
        }
    }

    @Test
    void refusesEveryTokenThatDoesNotHold(Window window) {
        LoginName login = account(Role.CLERK);
        assertThat(providers.link(login, "thu", "victim")).isTrue();
        try (BrowserContext context = window.open(1024, 700, true)) {
            Page page = context.newPage();
            as("victim");
            page.navigate(origin + "/sign-in/oidc/thu");
            atProvider(page);
            page.waitForURL(origin + "/");
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-lienthong"));
            spoiled().forEach((name, claims) -> {
                PROVIDER.claims(claims);
                page.navigate(origin + "/sign-in/oidc/thu");
                assertThat(page.locator("main").innerText()).as(name).contains(REFUSED);
            });
            as("victim");
            for (Way way : List.of(Way.NOT, Way.ANOTHER_KEY, Way.PUBLIC_KEY_AS_SECRET, Way.CHANGED)) {
                PROVIDER.sign(way);
                page.navigate(origin + "/sign-in/oidc/thu");
                assertThat(page.locator("main").innerText()).as(way.name()).contains(REFUSED);
            }
            page.navigate(origin + "/sign-in/oidc/thu/back?code=any&state=any");
            assertThat(page.locator("main").innerText()).contains(REFUSED);
            page.navigate(origin + "/account");
            assertThat(page.url()).contains("/sign-in");
            PROVIDER.sign(Way.HONEST);
            page.navigate(origin + "/sign-in/oidc/thu");
            page.waitForURL(origin + "/");
        }
    }

    private Map<String, UnaryOperator<Map<String, Object>>> spoiled() {
        Instant now = clock.instant();
        Map<String, Map<String, Object>> changes = new LinkedHashMap<>();
        changes.put("expired", Map.of("iat", now.minusSeconds(900), "exp", now.minusSeconds(300)));
        changes.put("of tomorrow", Map.of("iat", now.plus(Duration.ofDays(1)), "exp", now.plus(Duration.ofDays(2))));
        changes.put("of another nonce", Map.of("nonce", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        changes.put("for another client", Map.of("aud", List.of("somebody-else")));
        changes.put("for several clients without a word for whom", Map.of("aud", List.of("x", IdProvider.CLIENT)));
        changes.put("of another issuer", Map.of("iss", "https://elsewhere.example"));
        Map<String, UnaryOperator<Map<String, Object>>> all = new LinkedHashMap<>();
        changes.forEach((name, change) -> all.put(name, claims -> {
            Map<String, Object> changed = new LinkedHashMap<>(claims);
            changed.put("sub", "victim");
            changed.remove("azp");
            changed.putAll(change);
            return changed;
        }));
        return all;
    }

    @Test
    void sparesTheSecondFactorOnlyWhenTheProviderShowedOne(Window window) {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        try (BrowserContext context = window.open(1024, 700, true)) {
            Page page = context.newPage();
            as("strong");
            page.navigate(origin + "/sign-in/oidc/thu");
            atProvider(page);
            prove(page, login, PASSWORD);
            assertThat(page.url()).endsWith("/sign-in/code");
            assertThat(providers.links(login)).isEmpty();
            page.locator("#code").fill(phone.code(clock.instant()));
            page.locator("main form button").last().click();
            page.waitForURL(origin + "/accounts");
            assertThat(providers.links(login)).hasSize(1);
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-lienthong"));
            page.navigate(origin + "/sign-in/oidc/thu");
            assertThat(page.url()).endsWith("/sign-in/code");
            page.navigate(origin + "/accounts");
            assertThat(page.url()).contains("/sign-in");
            PROVIDER.claims(claims -> with(with(claims, "sub", "strong"), "acr", "cao"));
            page.navigate(origin + "/sign-in/oidc/thu");
            page.waitForURL(origin + "/accounts");
            assertThat(providers.unlink(login, "thu")).isTrue();
            page.navigate(origin + "/accounts");
            assertThat(page.url()).contains("/sign-in");
        }
    }

    @Test
    void livesThroughNewKeysAndAnOutage(Window window) {
        LoginName login = account(Role.CLERK);
        assertThat(providers.link(login, "thu", "rotated")).isTrue();
        try (BrowserContext context = window.open(1024, 700, true)) {
            Page page = context.newPage();
            as("rotated");
            page.navigate(origin + "/sign-in/oidc/thu");
            atProvider(page);
            page.waitForURL(origin + "/");
            context.clearCookies();
            PROVIDER.close();
            page.navigate(origin + "/sign-in");
            page.locator("#login").fill(login.value());
            page.locator("#password").fill(PASSWORD);
            page.locator("form[action='/sign-in'] button").click();
            page.waitForURL(origin + "/");
            clock.advance(Duration.ofDays(2));
            context.clearCookies();
            page.navigate(origin + "/sign-in/oidc/thu");
            assertThat(page.locator("main").innerText()).contains("chưa trả lời");
            honest();
            as("rotated");
            page.navigate(origin + "/sign-in/oidc/thu");
            atProvider(page);
            page.waitForURL(origin + "/");
        }
    }

    @Test
    void endsOnceWhatTheProviderEndsAndNothingForOthers(Window window) {
        LoginName login = account(Role.CLERK);
        assertThat(providers.link(login, "thu", "leaving")).isTrue();
        try (BrowserContext context = window.open(1024, 700, true)) {
            Page page = context.newPage();
            as("leaving");
            page.navigate(origin + "/sign-in/oidc/thu");
            atProvider(page);
            page.waitForURL(origin + "/");
            Map<String, Object> claims = new LinkedHashMap<>(Map.of(
                    "iss", PROVIDER.issuer(),
                    "aud", IdProvider.CLIENT,
                    "iat", clock.instant(),
                    "exp", clock.instant().plusSeconds(120),
                    "jti", "leaving-1",
                    "sub", "leaving",
                    "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
            for (Way way : List.of(Way.NOT, Way.ANOTHER_KEY, Way.PUBLIC_KEY_AS_SECRET, Way.CHANGED)) {
                assertThat(told(context, PROVIDER.token(claims, way)))
                        .as(way.name())
                        .isEqualTo(400);
            }
            assertThat(told(context, "not a token")).isEqualTo(400);
            assertThat(told(context, PROVIDER.token(with(claims, "nonce", "n"), Way.HONEST)))
                    .isEqualTo(400);
            Map<String, Object> others = with(with(claims, "sub", "somebody-else"), "jti", "other");
            assertThat(told(context, PROVIDER.token(others, Way.HONEST))).isEqualTo(200);
            page.navigate(origin + "/account");
            assertThat(page.url()).endsWith("/account");
            assertThat(told(context, PROVIDER.token(claims, Way.HONEST))).isEqualTo(200);
            page.navigate(origin + "/account");
            assertThat(page.url()).contains("/sign-in");
            assertThat(told(context, PROVIDER.token(claims, Way.HONEST)))
                    .as("replayed")
                    .isEqualTo(400);
        }
    }

    private int told(BrowserContext context, String token) {
        return context.request()
                .post(
                        origin + "/sign-in/oidc/thu/logout",
                        RequestOptions.create().setForm(FormData.create().set("logout_token", token)))
                .status();
    }

    private static void as(String subject) {
        PROVIDER.claims(claims -> with(claims, "sub", subject));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        return changed;
    }

    private static void atProvider(Page page) {
        page.waitForURL(url -> url.startsWith(PROVIDER.issuer() + "/login"));
        page.locator("[name=username]").fill(IdProvider.USER);
        page.locator("[name=password]").fill(IdProvider.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    private static void prove(Page page, LoginName login, String password) {
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(password);
        page.locator("form[action='/sign-in/link'] button").click();
    }

    private LoginName account(Role role) {
        LoginName login = new LoginName("oidc" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Phạm Thị Danh", Set.of(role), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
