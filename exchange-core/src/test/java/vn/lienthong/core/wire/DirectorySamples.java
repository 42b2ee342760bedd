package vn.lienthong.core.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.directory.LogKeySamples;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.PublishedWitness;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.value.SuiteId;

/** Random but reproducible publications; the changes fit their form, not each other. */
final class DirectorySamples {

    private static final List<SuiteId> SUITES = List.of(new SuiteId("LT-1"), new SuiteId("LT-2"));

    private final Samples some;

    DirectorySamples(Samples some) {
        this.some = some;
    }

    Publication publication() {
        long sequence = 2 + (some.sha256().first() >>> 20);
        return new Publication(sequence, some.sha256(), some.instant(), changes());
    }

    PublicationPage page() {
        List<SignedPublication> publications = Stream.generate(this::signed)
                .limit((some.sha256().first() & 0xFF) % 4)
                .toList();
        return new PublicationPage(some.sha256().first() >>> 20, publications);
    }

    private SignedPublication signed() {
        return new SignedPublication(some.octets(1, 500), some.octets(1, 200), some.octets(1, 200));
    }

    private List<DirectoryChange> changes() {
        List<DirectoryChange> changes = new ArrayList<>();
        long count = (some.sha256().first() & 0xFF) % 6;
        for (long i = 0; i < count; i++) {
            changes.add(change((int) (some.sha256().first() & 0xFF) % 7));
        }
        return changes;
    }

    private DirectoryChange change(int kind) {
        return switch (kind) {
            case 0 ->
                new NodePut(
                        some.node(),
                        some.text(1, 40),
                        "https://nut.example.vn:8443/a",
                        some.octets(1, 300),
                        some.octets(1, 300),
                        some.any(Reachability.class),
                        some.any(NodeStatus.class),
                        some.any(Secrecy.class));
            case 1 -> agency();
            case 2 ->
                new AgencyKeysPut(
                        agencyId(),
                        1 + (some.sha256().first() >>> 40),
                        certificate(),
                        certificate(),
                        SUITES.stream()
                                .map(suite -> new SuiteKey(suite, certificate()))
                                .toList());
            case 3 -> new CertificateRevoked(some.sha256(), some.text(1, 30), some.instant());
            case 5 -> new NodeLogsPut(some.node(), nodeLogs());
            case 4 -> new NodeRevoked(some.node(), some.text(1, 30), some.instant());
            default -> new AgencyClosed(some.code(), some.instant(), List.of());
        };
    }

    private NodeLogs nodeLogs() {
        PublishedLog events = LogKeySamples.log(LogPurpose.EVENTS, "example.vn/" + some.node());
        PublishedLog directory = LogKeySamples.log(LogPurpose.DIRECTORY, "example.vn/directory");
        PublishedWitness witness = LogKeySamples.witness("example.vn/w", some.coin());
        return some.coin()
                ? new NodeLogs(List.of(events, directory), witness, "https://nut.example.vn")
                : new NodeLogs(List.of(events), some.coin() ? witness : null, null);
    }

    private AgencyPut agency() {
        Instant from = some.instant();
        CodeValidity validity = new CodeValidity(some.code(), from, some.coin() ? null : from.plusSeconds(1));
        Agency agency = new Agency(
                agencyId(),
                some.any(Bloc.class),
                some.text(1, 100),
                List.of(validity),
                some.coin() ? null : agencyId());
        return new AgencyPut(agency, some.node(), some.coin() ? SUITES : SUITES.subList(0, 1));
    }

    private AgencyId agencyId() {
        return new AgencyId(new UUID(some.sha256().first(), some.sha256().second()));
    }

    private PublishedCertificate certificate() {
        Instant from = some.instant();
        return new PublishedCertificate(some.octets(1, 300), from, from.plusSeconds(90));
    }
}
