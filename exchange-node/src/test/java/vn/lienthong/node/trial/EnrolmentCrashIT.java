package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Dispatch;

/** A node is killed at every step of its enrolment, one after the other, and ends enrolled once with the one token that it got. */
class EnrolmentCrashIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final List<String> POINTS = List.of(
            "enrolment.keys-made",
            "enrolment.answered",
            "enrolment.anchor-pinned",
            "enrolment.identity-kept",
            "agency-keys.made",
            "agency-keys.published");

    private static ExchangeUnderTest exchange;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
    }

    @Test
    void killsAtEveryPlaceThatEnrolmentNames() throws IOException {
        Set<String> named = new TreeSet<>();
        Pattern name = Pattern.compile("\"((?:enrolment|agency-keys)\\.[a-z]+(?:-[a-z]+)*)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/vn/lienthong/node/directory"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher matcher = name.matcher(Files.readString(source));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        // Keys are let go long after the enrolment: KeyYearTest kills there.
        assertThat(named.remove("agency-keys.released")).isTrue();
        assertThat(named).containsExactlyInAnyOrderElementsOf(POINTS);
    }

    @Test
    void endsEnrolledOnceWhenKilledAtEveryStep() throws IOException, SQLException {
        NodeUnderTest node = exchange.announce("epsilon", List.of("H50.01"));
        try {
            for (String point : POINTS) {
                node.server().startToCrashAt(point);
                assertThat(node.server().awaitEnd(LIMIT)).as("reaches " + point).isTrue();
            }
            node.server().start();
            exchange.awaitWhole();
            AttachedFile file = GeneratedFile.of(exchange.work("enrolment").resolve("letter.bin"), 30 << 10, 50);
            Dispatch sent = node.agency("H50.01")
                    .submit(AgencyUnderTest.letter("enrolled-1", List.of("H10.01"), 1, "Vừa ghi danh", file));
            assertThat(node.agency("H50.01").awaitArrival(sent.parcelId()).deliveries())
                    .hasSize(1);
            assertListedOnce(node);
            assertThat(keyFiles(node, "node-epsilon-")).hasSize(1);
            assertThat(keyFiles(node, "pending-")).isEmpty();
        } finally {
            exchange.expel("epsilon");
            node.close();
        }
    }

    // One certificate of each kind was ever published for the node, and one epoch of keys for its agency.
    private static void assertListedOnce(NodeUnderTest node) throws IOException, SQLException {
        try (NodeTables tables = node.tables()) {
            assertThat(tables.number("select count(*) from published_certificate where owner = 'epsilon'"))
                    .isEqualTo(2);
            assertThat(tables.number("select count(*) from publication"
                            + " where octets like '%\"kind\":\"agencyKeys\"%' and octets like '%\"epoch\":2%'"))
                    .isZero();
        }
    }

    private static List<Path> keyFiles(NodeUnderTest node, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(node.server().data().resolve("keys"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }
}
