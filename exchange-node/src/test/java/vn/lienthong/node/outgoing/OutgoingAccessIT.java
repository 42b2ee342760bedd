package vn.lienthong.node.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** Who may do what with outgoing documents, asked from the outside and without scripts. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutgoingAccessIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AgencyCode OWN = new AgencyCode("H52.11");
    private static final AgencyCode FOREIGN = new AgencyCode("H52.12");
    private static final List<String> GETS =
            List.of("", "/edit", "/check", "/sign", "/discard", "/files/none", "/receipts/H52.12", "/sign/person/none");
    private static final List<String> POSTS =
            List.of("", "/autosave", "/send", "/undo", "/sign/agency", "/discard", "/again");

    private final Accounts accounts;
    private final TestDirectory directory;
    private final TestTransportIdentity identity;
    private final ListenerPorts ports;
    private final InstantSource clock;

    @Autowired
    OutgoingAccessIT(
            Accounts accounts,
            TestDirectory directory,
            TestTransportIdentity identity,
            ListenerPorts ports,
            InstantSource clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.directory = directory;
        this.identity = identity;
        this.ports = ports;
    }

    @BeforeAll
    void listAgencies() throws IOException {
        directory.listSelf();
        for (AgencyCode code : List.of(OWN, FOREIGN)) {
            var _ = directory.host(code);
        }
    }

    @Test
    void showsNothingOfOtherAgencies() {
        String document = begin(person(Role.CLERK, OWN));
        Browser foreign = person(Role.CLERK, FOREIGN);
        for (String path : GETS) {
            assertThat(foreign.get(document + path).statusCode())
                    .as("GET " + path)
                    .isEqualTo(404);
            assertThat(foreign.get("/outgoing/999999999" + path).statusCode())
                    .as("GET unknown " + path)
                    .isEqualTo(404);
        }
        for (String path : POSTS) {
            Map<String, String> fields = Map.of("version", "1", "recipient", OWN.value(), "subject", "x");
            assertThat(foreign.submit("/outgoing", document + path, fields).statusCode())
                    .as("POST " + path)
                    .isEqualTo(404);
        }
        assertThat(foreign.get("/outgoing").body()).doesNotContain(document + "/edit");
    }

    @Test
    void letsReadersReadAndClerksAloneWrite() {
        String document = begin(person(Role.CLERK, OWN));
        Browser leader = person(Role.LEADER, OWN);
        assertThat(leader.get("/outgoing").statusCode()).isEqualTo(200);
        assertThat(leader.get(document).statusCode()).isEqualTo(200);
        for (String path : List.of("/edit", "/check", "/sign", "/discard")) {
            assertThat(leader.get(document + path).statusCode()).as(path).isEqualTo(403);
        }
        for (String path : POSTS) {
            assertThat(leader.submit("/account", document + path, Map.of("version", "1"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        for (Role role : List.of(Role.OPERATOR)) {
            Browser other = person(role, OWN);
            for (String path : List.of("/outgoing", "/tracking", document, "/groups")) {
                assertThat(other.get(path).statusCode()).as(role + " " + path).isEqualTo(403);
            }
        }
    }

    @Test
    void savesWithoutScriptsAndNeverSends() {
        Browser clerk = person(Role.CLERK, OWN);
        String document = begin(clerk);
        HttpResponse<String> saved = clerk.submit(
                document + "/edit", document, Map.of("version", "1", "subject", "Về việc thử", "do", "save"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(clerk.get(document + "/edit").body()).contains("Về việc thử").contains("Chưa gửi đi đâu");
        HttpResponse<String> found =
                clerk.submit(document + "/edit", document, Map.of("subject", "Về việc thử", "do", "add:H52.12"));
        assertThat(found.statusCode()).isEqualTo(302);
        String page = clerk.get(document + "/edit").body();
        assertThat(page).contains("Cơ quan H52.12");
        assertThat(clerk.get(document + "/check").body())
                .contains("Chưa có văn bản chính")
                .contains("Chọn loại văn bản")
                .doesNotContain("Cấp số");
    }

    @Test
    void offersTheSuccessorOfAClosedAgency() throws IOException {
        AgencyCode old = new AgencyCode("H52.13");
        AgencyCode successor = new AgencyCode("H52.14");
        var _ = directory.host(old);
        var _ = directory.host(successor);
        Browser clerk = person(Role.CLERK, OWN);
        String document = begin(clerk);
        var _ = clerk.submit(document + "/edit", document, Map.of("subject", "Về việc sáp nhập", "do", "add:H52.13"));
        directory.publish(List.of(new DirectoryChange.AgencyClosed(old, clock.instant(), List.of(successor))));
        assertThat(clerk.get(document + "/check").body())
                .contains("Mã H52.13 đã đóng. Nơi tiếp nhận thay: Cơ quan H52.14");
        String page = clerk.get(document + "/edit").body();
        assertThat(page).contains("Mã đã đóng");
        var _ = clerk.submit(document + "/edit", document, Map.of("subject", "x", "do", "drop:0"));
        var _ = clerk.submit(
                document + "/edit", document, Map.of("subject", "x", "block", "- Cơ quan H52.13;", "do", "paste"));
        assertThat(clerk.get(document + "/edit").body()).contains("Cơ quan H52.14");
    }

    @Test
    void keepsNothingThatIsMarkedSecret() {
        Browser clerk = person(Role.CLERK, OWN);
        String document = begin(clerk);
        HttpResponse<String> refused = clerk.submit(
                document + "/edit", document, Map.of("version", "1", "secrecy", "SECRET", "subject", "Rất kín"));
        assertThat(refused.body()).contains("Không soạn, không gửi tài liệu bí mật nhà nước trên hệ thống này");
        assertThat(clerk.get(document + "/edit").body()).doesNotContain("Rất kín");
    }

    @Test
    void tellsTheSecondOfTwoClerksWhoWasFaster() {
        Browser first = person(Role.CLERK, OWN);
        Browser second = person(Role.CLERK, OWN);
        String document = begin(first);
        var _ = second.submit(document + "/edit", document, Map.of("version", "1", "subject", "Bản của người thứ hai"));
        HttpResponse<String> late =
                first.submit(document + "/edit", document, Map.of("version", "1", "subject", "Bản gõ chậm"));
        assertThat(late.body()).contains("vừa sửa văn bản này").contains("Bản gõ chậm");
        assertThat(second.get(document + "/edit").body()).contains("Bản của người thứ hai");
    }

    private String begin(Browser clerk) {
        HttpResponse<String> answer = clerk.submit("/outgoing", "/outgoing", Map.of());
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/outgoing/"), location.length() - "/edit".length());
    }

    private Browser person(Role role, AgencyCode agency) {
        LoginName login = new LoginName("outgoingaccess" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Trần Thị " + NUMBER.get(), Set.of(role), Set.of(agency));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        Browser browser = new Browser(ports, identity.anonymousClient());
        assertThat(browser.signIn(login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}
