package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.client.proof.DirectoryRecord;

/**
 * Both nodes are killed, at every place that the code names and at random moments, while one system submits without pause and
 * another takes what arrives. Whatever was acknowledged is there exactly once afterwards.
 */
class CrashIT {

    private static final List<String> RECIPIENTS = List.of("H10.02", "H20.01", "H20.02");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int CHECKED_SIGNATURES = 8;

    /** How often each node is killed at a random moment, too: every other time its database instead of itself. */
    private static final int USUAL_ROUNDS = 2;

    private static final int ROUNDS = Integer.getInteger("lienthong.kills", USUAL_ROUNDS);

    /** Of the node that sends; it hosts one of the recipients too. */
    private static final List<String> SENDER_POINTS = List.of(
            "storage.forced:2",
            "delivery.submission-sealed:3",
            "delivery.submission-committed:3",
            "delivery.answer-received:2",
            "delivery.answer-recorded:2",
            "delivery.evidence-taken",
            "statement.taken");

    /** Of the node that receives. */
    private static final List<String> RECEIVER_POINTS = List.of(
            "storage.renamed:2",
            "delivery.arrival-verified:2",
            "delivery.arrival-stored:2",
            "delivery.arrival-committed:2",
            "delivery.upload-complete",
            "delivery.handover-committed",
            "delivery.evidence-sent",
            "statement.stated:2");

    /** Places that both nodes pass, at the other one: in long series only. */
    private static final List<String> SENDER_POINTS_TOO = List.of("storage.renamed:2", "delivery.arrival-committed:2");

    private static final List<String> RECEIVER_POINTS_TOO = List.of("storage.forced:2");

    private static ExchangeUnderTest exchange;
    private static AgencyUnderTest sender;
    private static AgencyUnderTest taker;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        sender = exchange.alpha().agency("H10.01");
        taker = exchange.beta().agency("H20.01");
    }

    @AfterEach
    void leaveWhole() throws IOException {
        for (NodeUnderTest node : List.of(exchange.alpha(), exchange.beta())) {
            if (!node.server().isAlive()) {
                node.server().start();
            }
        }
        exchange.awaitWhole();
    }

    @Test
    void killsAtEveryPlaceThatTheDeliveryCodeNames() throws IOException {
        Set<String> named = new TreeSet<>();
        Pattern name = Pattern.compile("\"((?:delivery|storage|statement)\\.[a-z]+(?:-[a-z]+)*)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/vn/lienthong/node"))) {
            // Kinds of security events are named alike.
            List<Path> all = sources.filter(Files::isRegularFile)
                    .filter(source -> !source.endsWith("EventKind.java"))
                    .toList();
            for (Path source : all) {
                String text = Files.readString(source);
                if (text.contains("rash")) {
                    Matcher matcher = name.matcher(text);
                    while (matcher.find()) {
                        named.add(matcher.group(1));
                    }
                }
            }
        }
        Set<String> killed = new TreeSet<>();
        Stream.concat(SENDER_POINTS.stream(), RECEIVER_POINTS.stream())
                .forEach(point -> killed.add(point.replaceFirst(":.*", "")));
        assertThat(killed).isEqualTo(named);
    }

    @Test
    void deliversExactlyOnceWhereverAndWheneverTheNodesAreKilled()
            throws IOException, InterruptedException, SQLException {
        Path work = exchange.work("crash");
        try (SubmissionStream stream = SubmissionStream.start(sender, RECIPIENTS, taker, "crash", work);
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> atSender =
                    both.submit(() -> killAgainAndAgain(exchange.alpha(), points(SENDER_POINTS, SENDER_POINTS_TOO), 1));
            Future<?> atReceiver = both.submit(
                    () -> killAgainAndAgain(exchange.beta(), points(RECEIVER_POINTS, RECEIVER_POINTS_TOO), 2));
            finish(atSender);
            finish(atReceiver);
            stream.finish();
            assertDeliveredOnce(stream);
        }
    }

    private static List<String> points(List<String> always, List<String> too) {
        return ROUNDS > USUAL_ROUNDS
                ? Stream.concat(always.stream(), too.stream()).toList()
                : always;
    }

    private static void finish(Future<?> killing) throws InterruptedException {
        try {
            killing.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    private static boolean killAgainAndAgain(NodeUnderTest node, List<String> points, int seed) throws IOException {
        node.server().kill();
        for (String point : points) {
            node.server().startToCrashAt(point);
            assertThat(node.server().awaitEnd(LIMIT))
                    .as(node.id() + " reaches " + point)
                    .isTrue();
            exchange.tell(node.id() + " was killed at " + point);
        }
        node.server().start();
        node.server().awaitReady();
        SplittableRandom random = new SplittableRandom(20_261_121L + seed);
        for (int i = 0; i < ROUNDS; i++) {
            rest(Duration.ofMillis(random.nextLong(50, 3000)));
            if (i % 2 == 0) {
                node.server().kill();
                node.server().start();
                node.server().awaitReady();
            } else {
                node.server().killDatabase();
            }
        }
        return true;
    }

    private static void rest(Duration time) {
        Deadline moment = Deadline.in(time);
        while (moment.rest(Duration.ofMillis(5))) {
            Thread.onSpinWait();
        }
    }

    private static void assertDeliveredOnce(SubmissionStream stream) throws IOException, SQLException {
        Map<String, String> parcels = stream.acknowledged();
        assertThat(parcels).hasSizeGreaterThan(10);
        assertThat(Set.copyOf(parcels.values())).hasSameSizeAs(parcels.keySet());
        for (String parcel : parcels.values()) {
            assertThat(sender.awaitArrival(parcel).deliveries()).hasSameSizeAs(RECIPIENTS);
        }
        assertThat(stream.taken()).isPositive();
        awaitHandedOver(parcels);
        try (NodeTables alpha = exchange.alpha().tables();
                NodeTables beta = exchange.beta().tables()) {
            for (String parcel : parcels.values()) {
                assertOnce(alpha, beta, parcel);
                assertStatedOnce(alpha, parcel);
            }
        }
        DirectoryRecord record = exchange.record();
        List<String> some = new ArrayList<>(parcels.values());
        for (int i = 0; i < some.size(); i += 1 + some.size() / CHECKED_SIGNATURES) {
            ProvenTravel proven = ProvenTravel.of(sender.evidence(some.get(i)), record);
            RECIPIENTS.forEach(proven::assertIntact);
        }
    }

    // What the taker's node has handed over comes back to the sender as evidence, even if both were killed in between.
    private static void awaitHandedOver(Map<String, String> parcels) throws IOException, SQLException {
        Deadline deadline = Deadline.in(AgencyUnderTest.PATIENCE);
        String count = "select count(*) from evidence where event = 'ContentHandover' and recipient_code = 'H20.01'";
        String ofAlpha = count + " and parcel_id in (select parcel_id from inbound_parcel where sender_node = 'alpha')";
        try (NodeTables alpha = exchange.alpha().tables();
                NodeTables beta = exchange.beta().tables()) {
            while (alpha.number(count) < beta.number(ofAlpha)) {
                assertThat(deadline.rest())
                        .as("hand-over evidence of " + parcels.size() + " parcels comes back")
                        .isTrue();
            }
            assertThat(alpha.number(count)).isEqualTo(beta.number(ofAlpha));
        }
    }

    /** Each recipient has stated the arrival once, and it has come, whoever was killed in between. */
    private static void assertStatedOnce(NodeTables alpha, String parcel) throws SQLException {
        String stated =
                "select recipient from statement where status = '01' and parcel_id = unhex(replace(?, '-', '')) order"
                        + " by 1";
        Deadline deadline = Deadline.in(AgencyUnderTest.PATIENCE);
        while (alpha.texts(stated, parcel).size() < RECIPIENTS.size() && deadline.rest()) {
            Thread.onSpinWait();
        }
        assertThat(alpha.texts(stated, parcel)).as(parcel).containsExactlyElementsOf(RECIPIENTS);
    }

    private static void assertOnce(NodeTables alpha, NodeTables beta, String parcel) throws SQLException {
        String here = " where parcel_id = unhex(replace(?, '-', ''))";
        assertThat(beta.texts("select recipient_code from inbox_entry" + here + " order by 1", parcel))
                .as(parcel)
                .containsExactly("H20.01", "H20.02");
        assertThat(alpha.texts("select recipient_code from inbox_entry" + here + " order by 1", parcel))
                .as(parcel)
                .containsExactly("H10.02");
        String consigned =
                "select recipient_code from evidence" + here + " and event = 'ContentConsignment' order by 1";
        assertThat(alpha.texts(consigned, parcel)).as(parcel).containsExactlyElementsOf(RECIPIENTS);
        assertThat(beta.texts(consigned, parcel)).as(parcel).containsExactly("H20.01", "H20.02");
        assertThat(alpha.texts("select event from evidence" + here + " and recipient_code is null", parcel))
                .as(parcel)
                .containsExactly("SubmissionAcceptance");
        assertThat(alpha.texts(
                        "select recipient_code from evidence" + here
                                + " and event <> 'ContentConsignment' and recipient_code is not null",
                        parcel))
                .as(parcel)
                .isSubsetOf("H20.01")
                .hasSizeLessThan(2);
    }
}
