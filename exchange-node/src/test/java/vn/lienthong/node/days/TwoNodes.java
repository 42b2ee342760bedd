package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.directory.DirectorySite;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.Installation;
import vn.lienthong.node.testing.OutsideMasterKey;
import vn.lienthong.node.testing.RunningClock;
import vn.lienthong.node.testing.SecretsHeard;

/** A directory and two nodes that run, a province with its Party committee on one and twenty-three communes on the other. */
final class TwoNodes implements AutoCloseable {

    static final AgencyCode PROVINCE = new AgencyCode("H10.01");
    static final AgencyCode PARTY = new AgencyCode("T10.01");
    static final AgencyCode COMMUNE = new AgencyCode("H10.21");
    static final AgencyCode NEIGHBOUR = new AgencyCode("H10.22");
    static final String PASSWORD = "bảy con mực nướng";

    private static final List<String> COMMUNES = List.of(
            "Hương Giang",
            "Phú Xuân",
            "Bình Điền",
            "Thủy Biều",
            "Hương Long",
            "Kim Long",
            "Vỹ Dạ",
            "An Cựu",
            "Thuận Hòa",
            "Phú Hậu",
            "Hương Sơ",
            "Thủy Vân",
            "Phú Mậu",
            "Hương Vinh",
            "Phong Điền",
            "Quảng Điền",
            "A Lưới",
            "Nam Đông",
            "Phú Lộc",
            "Phú Vang",
            "Hương Thủy",
            "Hương Trà",
            "Chân Mây");
    private static final int FIRST_COMMUNE = 21;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningClock clock = new RunningClock();
    private final DirectorySite site;
    private final Installation north;
    private final Installation south;

    TwoNodes() throws IOException, InterruptedException {
        site = new DirectorySite(Optional.of(clock));
        north = node("north");
        south = node("south");
        register(PROVINCE.value(), "Ủy ban nhân dân tỉnh Sông Hương", "GOVERNMENT", "north");
        register(PARTY.value(), "Tỉnh ủy Sông Hương", "PARTY", "north");
        for (int i = 0; i < COMMUNES.size(); i++) {
            register(code(i).value(), name(i), "GOVERNMENT", "south");
        }
        north.start();
        south.start();
        await("keys of all agencies", () -> knowsAll(north) && knowsAll(south));
    }

    private Installation node(String id) throws IOException, InterruptedException {
        Installation node = new Installation(
                        vn.lienthong.node.platform.Role.NODE, settings(site.token(id)), Optional.of(clock))
                .with(OutsideMasterKey.class, SecretsHeard.class);
        return node;
    }

    private Map<String, String> settings(String token) {
        return Map.of(
                "lienthong.directory.url",
                site.directory().address().toString(),
                "lienthong.directory.token-file",
                site.directory().secret("token-" + token.hashCode(), token).toString());
    }

    private void register(String code, String name, String bloc, String node) throws IOException, InterruptedException {
        String body =
                "{\"code\":\"%s\",\"name\":\"%s\",\"bloc\":\"%s\",\"nodeId\":\"%s\"}".formatted(code, name, bloc, node);
        HttpResponse<String> answer = site.post("/api/v1/directory/agencies", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static AgencyCode code(int commune) {
        return new AgencyCode("H10." + (FIRST_COMMUNE + commune));
    }

    private static String name(int commune) {
        return "Ủy ban nhân dân xã " + COMMUNES.get(commune);
    }

    /** Codes of the communes, all on the southern node. */
    static List<AgencyCode> communes() {
        List<AgencyCode> codes = new ArrayList<>();
        for (int i = 0; i < COMMUNES.size(); i++) {
            codes.add(code(i));
        }
        return codes;
    }

    /** Names of the communes as a letter lists them. */
    static String block() {
        StringBuilder block = new StringBuilder("Nơi nhận:\n");
        for (int i = 0; i < COMMUNES.size(); i++) {
            block.append("- ").append(name(i)).append(";\n");
        }
        return block.append("- Lưu: VT.").toString();
    }

    private boolean knowsAll(Installation node) {
        List<AgencyCode> all = new ArrayList<>(communes());
        all.add(PROVINCE);
        all.add(PARTY);
        var now = node.get(DirectoryView.class).current();
        return all.stream()
                .allMatch(code -> now.agency(code, clock.instant())
                        .filter(entry -> !entry.keys().isEmpty())
                        .isPresent());
    }

    RunningClock clock() {
        return clock;
    }

    Installation north() {
        return north;
    }

    Installation south() {
        return south;
    }

    /** A browser without scripts for the pages of a node. */
    Browser browser(Installation node) {
        try {
            return new Browser(node.get(ListenerPorts.class), site.trust());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An account for a person, named as the person is. */
    static LoginName person(Installation node, String login, String name, Set<Role> roles, AgencyCode... agencies) {
        LoginName made = new LoginName(login);
        NewAccount account = new NewAccount(made, name, roles, Set.of(agencies));
        assertThat(node.get(Accounts.class).create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return made;
    }

    /** A key of an agency, good for all it may be good for. */
    String key(Installation node, AgencyCode agency) {
        NewApiKey wish = new NewApiKey(
                agency,
                "own",
                Set.of(ApiScope.SUBMIT, ApiScope.RECEIVE, ApiScope.TRACK),
                clock.instant().plus(Duration.ofDays(1)));
        return node.get(ApiKeys.class).issue(wish).token().reveal();
    }

    /** Lets both nodes handle state secrets, unless they may already. */
    void approve(Secrecy level) throws IOException, InterruptedException {
        if (north.get(SecretZone.class).own() != level) {
            site.approve("north", level);
            site.approve("south", level);
        }
        await(
                "approvals",
                () -> north.get(SecretZone.class).own() == level
                        && south.get(SecretZone.class).own() == level
                        && north.get(SecretZone.class).of(COMMUNE).equals(Optional.of(level)));
    }

    /** Waits until it is so. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    @Override
    public void close() {
        north.close();
        south.close();
        site.close();
    }
}
