package vn.lienthong.node.secretdesk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.ClearanceAdministration;
import vn.lienthong.node.identity.ClearanceFacts;
import vn.lienthong.node.identity.ClearanceStep;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;

/** People of a running node who are cleared by two others, with phones and PINs. */
final class SecretPeople {

    static final String PIN = "mèo đen 2026";
    private static final String PASSWORD = "bảy con mực nướng";

    private final Accounts accounts;
    private final ClearanceAdministration clearing;
    private final SecondFactors factors;
    private final InstantSource clock;
    private final TimeOrderedIds ids;
    private final String origin;

    SecretPeople(ApplicationContext node) {
        this.accounts = node.getBean(Accounts.class);
        this.clearing = node.getBean(ClearanceAdministration.class);
        this.factors = node.getBean(SecondFactors.class);
        this.clock = node.getBean(InstantSource.class);
        this.ids = node.getBean(TimeOrderedIds.class);
        this.origin = "https://127.0.0.1:" + node.getBean(ListenerPorts.class).api();
    }

    String origin() {
        return origin;
    }

    private Person account(Role role, String name, AgencyCode... agencies) {
        LoginName login =
                new LoginName(role.slug() + "." + ids.next().toString().substring(24));
        NewAccount account = new NewAccount(login, name, Set.of(role), Set.of(agencies));
        return ((AccountCreation.Created) accounts.create(account, PASSWORD)).person();
    }

    /** Somebody whom one security officer proposed and another one, or a leader, confirmed. */
    Person cleared(Role role, String name, AgencyCode agency) {
        Person person = account(role, name, agency);
        Person officer = account(Role.SECURITY_OFFICER, "Cán bộ an toàn");
        Person second = role == Role.LEADER
                ? account(Role.SECURITY_OFFICER, "Cán bộ khác")
                : account(Role.LEADER, "Phó", agency);
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh"))
                .plusDays(30);
        assertThat(clearing.propose(person.login(), agency, Secrecy.SECRET, last, "Phân công", officer))
                .isEqualTo(ClearanceStep.DONE);
        long proposal = clearing.list(officer, false).stream()
                .filter(one -> one.login().equals(person.login()) && one.state() == ClearanceFacts.State.PROPOSED)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(clearing.confirm(proposal, second)).isEqualTo(ClearanceStep.DONE);
        return person;
    }

    /** Signs in with a password and the phone, and makes personal keys. */
    void signIn(Page page, Person person) {
        Authenticator phone = new Authenticator(factors.handOut(person.login()).reveal());
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(person.login().value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        page.getByLabel("Mã xác thực").fill(phone.code(clock.instant()));
        page.locator("main button").click();
        page.navigate(origin + "/secret/keys");
        page.locator("#enrol #pin").fill(PIN);
        page.locator("#enrol #again").fill(PIN);
        page.locator("#enrol button").click();
        assertThat(page.locator("#keys-bar")
                        .getByRole(AriaRole.BUTTON)
                        .or(page.locator("#keys-bar a"))
                        .count())
                .isPositive();
    }
}
