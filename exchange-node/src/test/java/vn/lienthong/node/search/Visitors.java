package vn.lienthong.node.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.TestTransportIdentity;

/** People of several agencies who look for documents. */
final class Visitors {

    private static final String PASSWORD = "tìm kiểu gì cũng ra 2026";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final TestTransportIdentity identity;
    private final ListenerPorts ports;

    Visitors(Accounts accounts, TestTransportIdentity identity, ListenerPorts ports) {
        this.accounts = accounts;
        this.identity = identity;
        this.ports = ports;
    }

    String origin() {
        return "https://127.0.0.1:" + ports.api();
    }

    Browser stranger() {
        return new Browser(ports, identity.anonymousClient());
    }

    LoginName account(Role role, AgencyCode agency) {
        LoginName login = new LoginName("search" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Trần Thị " + NUMBER.get(), Set.of(role), Set.of(agency));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }

    Browser person(Role role, AgencyCode agency) {
        return signedIn(account(role, agency));
    }

    Browser signedIn(LoginName login) {
        Browser browser = stranger();
        assertThat(browser.signIn(login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    Page signedIn(BrowserContext context, LoginName login) {
        Page page = context.newPage();
        page.navigate(origin() + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }
}
