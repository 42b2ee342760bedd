package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectorySite;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.soap.SoapClient;
import vn.lienthong.node.testing.Installation;
import vn.lienthong.node.testing.TestDirectories;
import vn.lienthong.node.vxp.GatewaySecrets;
import vn.lienthong.node.vxp.KitClient;

/** A directory and two nodes that run; on each, one agency for each door. */
final class DoorSite implements AutoCloseable {

    private static final List<String> DOORS = List.of("rest", "soap", "gateway", "folder", "edxml", "provincial");
    private static final String SENDERS = "H67.0";
    private static final String RECIPIENTS = "H68.0";

    private final DirectorySite site = new DirectorySite(Optional.empty());
    private final HttpClient http;
    private final Installation north;
    private final Installation south;

    DoorSite() throws IOException, InterruptedException {
        http = HttpClient.newBuilder().sslContext(site.trust()).build();
        Path sending = TestDirectories.fresh("sending-folder");
        Path receiving = TestDirectories.fresh("receiving-folder");
        north = node("north", SENDERS, sending);
        south = node("south", RECIPIENTS, receiving);
        north.start();
        south.start();
        awaitKeys(north);
        awaitKeys(south);
        senders = doors(north, SENDERS, sending);
        recipients = doors(south, RECIPIENTS, receiving);
    }

    private final Map<AgencyCode, Door> senders;
    private final Map<AgencyCode, Door> recipients;

    /** The systems of the agencies that send. */
    Map<AgencyCode, Door> senders() {
        return senders;
    }

    /** The systems of the agencies that receive. */
    Map<AgencyCode, Door> recipients() {
        return recipients;
    }

    private static AgencyCode agency(String prefix, String door) {
        return new AgencyCode(prefix + (DOORS.indexOf(door) + 1));
    }

    private Installation node(String id, String prefix, Path folder) throws IOException, InterruptedException {
        String token = site.token(id);
        Map<String, String> settings = new HashMap<>(Map.of(
                "lienthong.directory.url",
                site.directory().address().toString(),
                "lienthong.directory.token-file",
                site.directory().secret("token-" + id, token).toString()));
        settings.put(
                "lienthong.dropfolder.folders[0].agency",
                agency(prefix, "folder").value());
        settings.put(
                "lienthong.dropfolder.folders[0].path", folder.toAbsolutePath().toString());
        settings.put("lienthong.dropfolder.pause", "200ms");
        for (String door : DOORS) {
            String body = "{\"code\":\"%s\",\"name\":\"Cơ quan %s\",\"bloc\":\"GOVERNMENT\",\"nodeId\":\"%s\"}"
                    .formatted(agency(prefix, door), door, id);
            HttpResponse<String> answer = site.post("/api/v1/directory/agencies", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        return new Installation(Role.NODE, settings);
    }

    private static void awaitKeys(Installation node) {
        InstantSource clock = node.get(InstantSource.class);
        DirectoryView directory = node.get(DirectoryView.class);
        for (int i = 0; i < Patience.TURNS && !knowsAll(directory, clock); i++) {
            Patience.rest();
        }
        assertThat(knowsAll(directory, clock)).isTrue();
    }

    private static boolean knowsAll(DirectoryView directory, InstantSource clock) {
        return DOORS.stream()
                .flatMap(door -> List.of(agency(SENDERS, door), agency(RECIPIENTS, door)).stream())
                .allMatch(code -> directory
                        .current()
                        .agency(code, clock.instant())
                        .filter(entry -> !entry.keys().isEmpty())
                        .isPresent());
    }

    private Map<AgencyCode, Door> doors(Installation node, String prefix, Path folder) {
        String origin = node.address().toString();
        AgencyCode rest = agency(prefix, "rest");
        AgencyCode soap = agency(prefix, "soap");
        AgencyCode gateway = agency(prefix, "gateway");
        AgencyCode folders = agency(prefix, "folder");
        AgencyCode edxml = agency(prefix, "edxml");
        AgencyCode provincial = agency(prefix, "provincial");
        InstantSource clock = node.get(InstantSource.class);
        SoapClient client = new SoapClient(http, origin, node.get(ApiKeys.class), clock);
        Map<AgencyCode, Door> doors = new LinkedHashMap<>();
        doors.put(rest, new RestDoor(http, origin, key(node, rest)));
        doors.put(soap, new SoapDoor(client, key(node, soap)));
        doors.put(gateway, new GatewayDoor(kit(node, gateway), gateway));
        doors.put(folders, new FolderDoor(folder, folders));
        doors.put(provincial, new ProvincialDoor(http, origin + "/vxp/v1", provincial, secret(node, provincial)));
        doors.put(edxml, new RestEdxmlDoor(new RestDoor(http, origin, key(node, edxml)), edxml));
        return doors;
    }

    private static String key(Installation node, AgencyCode agency) {
        InstantSource clock = node.get(InstantSource.class);
        NewApiKey wish = new NewApiKey(
                agency,
                "test",
                Set.of(ApiScope.SUBMIT, ApiScope.RECEIVE, ApiScope.TRACK),
                clock.instant().plus(Duration.ofDays(1)));
        return node.get(ApiKeys.class).issue(wish).token().reveal();
    }

    private KitClient kit(Installation node, AgencyCode agency) {
        return new KitClient(
                http,
                node.address() + "/vxp",
                agency.value(),
                secret(node, agency),
                node.get(InstantSource.class).instant());
    }

    private static String secret(Installation node, AgencyCode agency) {
        return node.get(GatewaySecrets.class)
                .issue(new GatewaySecrets.Wish(agency, agency.value(), "", Duration.ofDays(1)), "admin")
                .orElseThrow()
                .secret()
                .reveal();
    }

    @Override
    public void close() {
        north.close();
        south.close();
        site.close();
    }
}
