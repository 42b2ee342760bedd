package vn.lienthong.core.directory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;

/** A small directory whose certificates are labels. */
final class DirectoryFixture {

    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    static final Instant FROM = Instant.parse("2025-07-01T00:00:00Z");
    static final SuiteId LT1 = new SuiteId("LT-1");
    static final SuiteId LT2 = new SuiteId("LT-2");

    private DirectoryFixture() {}

    static Octets label(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static NodePut node(String id) {
        return node(id, NodeStatus.ACTIVE, "");
    }

    static NodePut node(String id, NodeStatus status, String generation) {
        return new NodePut(
                new NodeId(id),
                "Nút " + id,
                "https://" + id + ".example.vn:8443",
                label("tls " + id + generation),
                label("sign " + id + generation),
                Reachability.PUSH,
                status,
                Secrecy.ORDINARY);
    }

    static AgencyId id(int number) {
        return new AgencyId(new UUID(0x1234_0000_0000_7000L + number, 0x8000_0000_0000_0000L | number));
    }

    static AgencyPut agency(int number, String node, CodeValidity... codes) {
        Agency agency = new Agency(id(number), Bloc.GOVERNMENT, "Cơ quan " + number, List.of(codes), null);
        return new AgencyPut(agency, new NodeId(node), List.of(LT1));
    }

    static CodeValidity code(String code) {
        return new CodeValidity(new AgencyCode(code), FROM, null);
    }

    static CodeValidity code(String code, Instant from, Instant until) {
        return new CodeValidity(new AgencyCode(code), from, until);
    }

    static AgencyKeysPut keys(int number, long epoch, Instant from) {
        String name = number + "." + epoch;
        return new AgencyKeysPut(
                id(number),
                epoch,
                certificate("classical " + name, from),
                certificate("pq " + name, from),
                List.of(new SuiteKey(LT1, certificate("kem " + name, from))));
    }

    static PublishedCertificate certificate(String name, Instant from) {
        return new PublishedCertificate(label(name), from, from.plus(Duration.ofDays(90)));
    }

    static DirectorySnapshot fold(DirectorySnapshot base, DirectoryChange... changes) {
        return switch (base.apply(List.of(changes))) {
            case FoldResult.Folded(DirectorySnapshot snapshot) -> snapshot;
            case FoldResult.Inapplicable(int index, String reason) ->
                throw new AssertionError("change " + index + ": " + reason);
        };
    }
}
