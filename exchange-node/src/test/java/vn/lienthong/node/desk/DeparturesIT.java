package vn.lienthong.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.desk.DeskClient.ok;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestAuthority;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** What programs send stands at the desk of their agency. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeparturesIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode SENDER = new AgencyCode("H37.52");
    private static final AgencyCode OTHER = new AgencyCode("G52");
    private static final AgencyCode RECIPIENT = new AgencyCode("A01.52");
    private static final String METADATA = "{\"recipients\":[\"A01.52\"],\"document\":{\"codeNumber\":\"1917\","
            + "\"codeNotation\":\"TTr-UBND\",\"typeName\":\"Tờ trình\",\"subject\":\"Về việc thử\",\"urgency\":1}}";
    private static final Pattern ROW = Pattern.compile("href=\"(/outgoing/\\d+)\"");

    private final TestTransportIdentity identity;
    private final ListenerPorts ports;
    private final TestDirectory directory;
    private final Accounts accounts;
    private final DeskClient client;
    private final String sending;

    @Autowired
    DeparturesIT(
            TestTransportIdentity identity,
            ListenerPorts ports,
            ApiKeys keys,
            InstantSource clock,
            TestDirectory directory,
            Accounts accounts) {
        this.identity = identity;
        this.ports = ports;
        this.directory = directory;
        this.accounts = accounts;
        HttpClient http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.client = new DeskClient(http, "https://127.0.0.1:" + ports.api(), keys, clock);
        this.sending = client.key(SENDER, ApiScope.SUBMIT);
    }

    @BeforeAll
    void listAgencies() throws IOException {
        directory.listSelf();
        var _ = directory.host(SENDER);
        var _ = directory.host(OTHER);
        NodeId away = new NodeId("node-departures");
        directory.list(TestAuthority.identity(away), "https://localhost:1");
        var _ = directory.agency(RECIPIENT, away);
    }

    @Test
    void showsWhatAProgramSentAtTheDeskOfItsAgencyAlone() throws IOException, InterruptedException {
        String key = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
        String parcel = ok(client.post(sending, key, Form.of(METADATA).octets()), 201)
                .get("parcelId")
                .asString();
        Browser clerk = signedIn("departures1", SENDER);
        List<String> found = links(listed(clerk, parcel));
        assertThat(found).hasSize(1);
        assertThat(clerk.get(found.getFirst()).body())
                .contains("1917/TTr-UBND", "Về việc thử", "Cơ quan A01.52", parcel, "hệ thống quản lý văn bản")
                .doesNotContain("/again");
        assertThat(signedIn("departures2", OTHER).get(found.getFirst()).statusCode())
                .isEqualTo(404);
    }

    private static List<String> links(String list) {
        return ROW.matcher(list)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** The list of the clerk as soon as it has the document; between two looks the delivery is waited for. */
    private String listed(Browser clerk, String parcel) throws IOException, InterruptedException {
        String list = clerk.get("/outgoing?q=1917").body();
        for (int look = 0; look < 30 && links(list).isEmpty(); look++) {
            var _ = ok(client.get(sending, "/api/v1/dispatches/" + parcel + "?wait=1&state=HANDED_OVER"), 200);
            list = clerk.get("/outgoing?q=1917").body();
        }
        return list;
    }

    private Browser signedIn(String login, AgencyCode agency) {
        NewAccount account = new NewAccount(new LoginName(login), "Trần Thị Ba", Set.of(Role.CLERK), Set.of(agency));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        Browser browser = new Browser(ports, identity.anonymousClient());
        assertThat(browser.signIn(login, PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}
