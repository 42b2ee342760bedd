package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import vn.lienthong.core.party.AgencyCode;

/** A system that has edXML and carries it over REST. */
final class RestEdxmlDoor implements Door {

    private static final String TYPE = "application/edxml+xml";

    private final RestDoor rest;
    private final AgencyCode agency;

    RestEdxmlDoor(RestDoor rest, AgencyCode agency) {
        this.rest = rest;
        this.agency = agency;
    }

    @Override
    public void send(Letter letter, List<AgencyCode> recipients) throws IOException, InterruptedException {
        JsonNode sent = post(GatewayDoor.message(agency, letter, recipients), letter.number());
        rest.remember(letter.number(), sent.path("parcelId").asString());
    }

    private JsonNode post(byte[] message, String key) throws IOException, InterruptedException {
        return rest.json(rest.request("/api/v1/edxml")
                .header("Content-Type", TYPE)
                .header("Idempotency-Key", "edxml-" + key)
                .POST(BodyPublishers.ofByteArray(message)));
    }

    @Override
    public Letter.Seen take(String number) throws IOException, InterruptedException {
        String entry = rest.entry(number);
        String leaseId = rest.lease(entry).path("leaseId").asString();
        byte[] message = rest.octets(rest.request("/api/v1/inbox/" + entry + "/package")
                .header("Accept", TYPE)
                .header("Lienthong-Lease", leaseId));
        rest.acknowledge(number, entry, leaseId);
        return GatewayDoor.read(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void state(String number, AgencyCode sender, String code) throws IOException, InterruptedException {
        JsonNode stated = post(GatewayDoor.status(agency, number, sender, code), number + "-" + code);
        assertThat(Objects.requireNonNull(stated).isObject()).isTrue();
    }

    @Override
    public boolean hasHeard(String number, AgencyCode recipient, String code) throws IOException, InterruptedException {
        return rest.hasHeard(number, recipient, code);
    }
}
