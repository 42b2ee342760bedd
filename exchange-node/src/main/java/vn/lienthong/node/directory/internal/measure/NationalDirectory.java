package vn.lienthong.node.directory.internal.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;

/** Changes that make a directory of any size. Certificates are random octets: the copy never reads them, only their digests. */
final class NationalDirectory {

    static final int NODES = 34;

    private static final List<SuiteId> SUITES = List.of(new SuiteId("LT-1"), new SuiteId("LT-2"));
    private static final int[] REAL_SIZES = {700, 3300, 2000, 2500};

    private final RandomGenerator random;
    private final Instant from;
    private final int certificate;

    /**
     * Draws from this source.
     *
     * @param certificate octets of each certificate; 0 for sizes as real ones have
     */
    NationalDirectory(RandomGenerator random, Instant from, int certificate) {
        this.random = random;
        this.from = from;
        this.certificate = certificate;
    }

    static AgencyCode code(int number) {
        return new AgencyCode("H" + (number % NODES) + "." + number / NODES);
    }

    List<DirectoryChange> nodes() {
        List<DirectoryChange> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(new NodePut(
                    node(i),
                    "Nút " + i,
                    "https://nut" + i + ".example.vn:8444",
                    octets(900),
                    octets(900),
                    Reachability.PUSH,
                    NodeStatus.ACTIVE,
                    Secrecy.ORDINARY));
        }
        return nodes;
    }

    AgencyPut agency(int number) {
        CodeValidity validity = new CodeValidity(code(number), from, null);
        Bloc[] blocs = Bloc.values();
        Agency agency = new Agency(
                id(number),
                blocs[number % blocs.length],
                "Ủy ban nhân dân xã số " + number + ", tỉnh thứ " + number % NODES,
                List.of(validity),
                number < NODES ? null : id(number % NODES));
        return new AgencyPut(agency, node(number % NODES), SUITES);
    }

    AgencyKeysPut keys(int number, long epoch) {
        return new AgencyKeysPut(
                id(number),
                epoch,
                certificate(0),
                certificate(1),
                List.of(new SuiteKey(SUITES.get(0), certificate(2)), new SuiteKey(SUITES.get(1), certificate(3))));
    }

    private PublishedCertificate certificate(int kind) {
        return new PublishedCertificate(
                octets(certificate == 0 ? REAL_SIZES[kind] : certificate), from, from.plus(Duration.ofDays(180)));
    }

    private Octets octets(int size) {
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        return Octets.of(Arrays.copyOf(octets, size));
    }

    private static NodeId node(int number) {
        return new NodeId("nut-" + number);
    }

    private static AgencyId id(int number) {
        return new AgencyId(new UUID(0x019a_b3c4_d5e6_7000L, 0x8000_0000_0000_0000L | number));
    }
}
