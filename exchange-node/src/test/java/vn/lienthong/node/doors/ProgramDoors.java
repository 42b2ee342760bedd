package vn.lienthong.node.doors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.soap.SoapClient;
import vn.lienthong.node.testing.TestTransportIdentity;
import vn.lienthong.node.vxp.GatewaySecrets;
import vn.lienthong.node.vxp.KitClient;

/** An agency's programs, with everything that opens a door: keys for REST and SOAP, secrets for the gateway and its dialect. */
final class ProgramDoors {

    private static final String BOUNDARY = "ranh-gioi-cua";

    private final AgencyCode agency;
    private final HttpClient http;
    private final String origin;
    private final String key;
    private final KitClient kit;
    private final GatewaySecrets.Issued secret;

    ProgramDoors(ApplicationContext beans, AgencyCode agency) {
        this.agency = agency;
        this.http = HttpClient.newBuilder()
                .sslContext(beans.getBean(TestTransportIdentity.class).anonymousClient())
                .build();
        this.origin = "https://127.0.0.1:" + beans.getBean(ListenerPorts.class).api();
        InstantSource clock = beans.getBean(InstantSource.class);
        EnumSet<ApiScope> scopes = EnumSet.of(ApiScope.SUBMIT, ApiScope.RECEIVE, ApiScope.TRACK);
        NewApiKey wish = new NewApiKey(agency, "doors", scopes, clock.instant().plus(Duration.ofDays(1)));
        this.key = beans.getBean(ApiKeys.class).issue(wish).token().reveal();
        this.secret = beans.getBean(GatewaySecrets.class)
                .issue(new GatewaySecrets.Wish(agency, agency.value(), "", Duration.ofDays(30)), "admin")
                .orElseThrow();
        this.kit = new KitClient(
                http, origin + "/vxp", agency.value(), secret.secret().reveal(), clock.instant());
    }

    AgencyCode agency() {
        return agency;
    }

    String rest(String method, String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", "door-" + System.nanoTime())
                .method(method, BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return told(http.send(request.build(), BodyHandlers.ofString()));
    }

    String form(String metadata) throws IOException, InterruptedException {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + metadata + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nnothing\r\n--" + BOUNDARY + "--\r\n";
        return rest(
                "POST",
                "/api/v1/dispatches",
                "multipart/form-data; boundary=" + BOUNDARY,
                body.getBytes(StandardCharsets.UTF_8));
    }

    String soap(String operation, String content) throws IOException, InterruptedException {
        String message = SoapClient.envelope(SoapClient.SOAP_12, "", SoapClient.element(operation, content));
        return rest("POST", "/soap/v1", "application/soap+xml;charset=utf-8", message.getBytes(StandardCharsets.UTF_8));
    }

    String gateway(String operation, Map<String, String> parameters) throws IOException, InterruptedException {
        return kit.call(operation, parameters).toString();
    }

    String gateway(String type, byte[] message) throws IOException, InterruptedException {
        return kit.send(agency.value(), type, message).toString();
    }

    /** In the dialect of a province, with a token of its own. */
    String dialect(String method, String path, byte[] body) throws IOException, InterruptedException {
        String login = "{\"systemid\":\"" + agency + "\",\"secretkey\":\""
                + secret.secret().reveal() + "\"}";
        HttpRequest asked = HttpRequest.newBuilder(URI.create(origin + "/vxp/v1/auth/login"))
                .POST(BodyPublishers.ofString(login))
                .build();
        String token = http.send(asked, BodyHandlers.ofString())
                .body()
                .replaceAll("(?s).*\"(?:token|data)\":\\s*\"([^\"]+)\".*", "$1");
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/vxp/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", method.equals("GET") ? "text/plain" : "application/octet-stream")
                .header("from", agency.value())
                .header("messagetype", "edoc")
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        return told(http.send(request, BodyHandlers.ofString()));
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    /** Every question by a name, at every door that has one. */
    Map<String, String> asked(String parcel, String entry, String number) throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String operation : List.of("Status", "Receipt", "Statements", "Recall")) {
            String reason = operation.equals("Recall") ? "<recipients>H67.02</recipients><reason>Nhầm</reason>" : "";
            answers.put("SOAP " + operation, soap(operation, "<parcelId>" + parcel + "</parcelId>" + reason));
        }
        for (String operation : List.of("Lease", "Fetch", "Acknowledge", "Refuse", "SendStatus", "Answer")) {
            answers.put("SOAP " + operation, soap(operation, "<entryId>" + entry + "</entryId>" + detail(operation)));
        }
        for (String path : List.of("", "/deliveries", "/evidence", "/statements", "/dossier", "/receipts/H67.02")) {
            answers.put("REST" + path, rest("GET", "/api/v1/dispatches/" + parcel + path, "", new byte[0]));
        }
        for (String path : List.of("package", "dossier", "statements", "files/1", "lease", "refusal", "status")) {
            boolean writes = path.matches("lease|refusal|status");
            byte[] body = (writes ? "{}" : "").getBytes(StandardCharsets.US_ASCII);
            String type = writes ? "application/json" : "";
            String told = rest(writes ? "POST" : "GET", "/api/v1/inbox/" + entry + "/" + path, type, body);
            answers.put("REST " + path, told.replace("/inbox/" + entry + "/", "/inbox/"));
        }
        for (String operation : List.of("getEdoc", "getSentEdocList")) {
            answers.put("gateway " + operation, gateway(operation, new TreeMap<>(Map.of("docId", parcel))));
        }
        for (String status : List.of("done", "fail", "processing")) {
            answers.put("gateway " + status, gateway("updateStatus", Map.of("docId", parcel, "status", status)));
            byte[] body =
                    ("{\"docId\":\"" + parcel + "\",\"status\":\"" + status + "\"}").getBytes(StandardCharsets.UTF_8);
            answers.put("dialect " + status, dialect("POST", "updateStatus", body));
        }
        answers.put("dialect getEdoc", dialect("GET", "getEdoc?docId=" + parcel, new byte[0]));
        for (String code : List.of("03", "04", "13", "15")) {
            byte[] status = Letters.status(agency.value(), number, code);
            answers.put("gateway status " + code, gateway("status", status));
            answers.put("edXML status " + code, rest("POST", "/api/v1/edxml", "application/xml", status));
        }
        return answers;
    }

    private static String detail(String operation) {
        String lease = "<leaseId>0193ab00-0000-7000-8000-00000000beef</leaseId>";
        return switch (operation) {
            case "Fetch" -> lease;
            case "Acknowledge" -> lease + "<packageSha512>" + "0".repeat(128) + "</packageSha512>";
            case "Refuse" -> "<reason>OTHER</reason><text>Không nhận</text>";
            case "SendStatus" -> "<status>04</status><text>Đang xử lý</text>";
            case "Answer" -> "<agreed>true</agreed><text>Đồng ý</text>";
            default -> "";
        };
    }

    /** Every list, at every door that has one. */
    Map<String, String> lists() throws IOException, InterruptedException {
        Map<String, String> lists = new LinkedHashMap<>();
        for (String path : List.of("dispatches", "inbox", "events?after=0", "events")) {
            lists.put("REST " + path, rest("GET", "/api/v1/" + path, "", new byte[0]));
        }
        lists.put("SOAP ListDispatches", soap("ListDispatches", ""));
        lists.put("SOAP ListInbox", soap("ListInbox", "<pageSize>199</pageSize>"));
        for (String operation :
                List.of("getReceivedEdocList", "getSentEdocList", "countReceiveEdoc", "countReceiveStatus")) {
            for (String type : List.of("edoc", "status")) {
                lists.put(
                        "gateway " + operation + " " + type,
                        gateway(operation, Map.of("servicetype", "eDoc", "messagetype", type)));
            }
        }
        lists.put("dialect list", dialect("GET", "syncReceivedEdocList?messageType=edoc", new byte[0]));
        return lists;
    }
}
