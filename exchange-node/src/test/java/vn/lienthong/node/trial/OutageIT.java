package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.Problem;
import vn.lienthong.node.client.Submission;

/** Receivers, lines and the directory go away and come back; nobody does anything about it. */
class OutageIT {

    private static final Duration WHILE_DEAD = Duration.ofSeconds(4);

    private static ExchangeUnderTest exchange;
    private static AgencyUnderTest sender;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        sender = exchange.alpha().agency("H10.01");
    }

    @AfterEach
    void leaveWhole() throws IOException {
        exchange.beta().line().heal();
        for (ServerUnderTest server : List.of(
                exchange.directory(), exchange.alpha().server(), exchange.beta().server())) {
            if (!server.isAlive()) {
                server.start();
            }
            server.awaitReady();
        }
        exchange.awaitWhole();
    }

    @Test
    void deliversWhatWasSubmittedWhileTheReceiverWasDownAndRefusesWhoHasNoKeysYet() throws IOException {
        exchange.beta().server().kill();
        AttachedFile file = file("down.bin", 40 << 10);
        Dispatch waiting = sender.submit(AgencyUnderTest.letter("down-1", List.of("H20.01", "H10.02"), 1, "Chờ", file));
        Dispatch patient = sender.submit(AgencyUnderTest.letter("down-2", List.of("H20.02"), 0, "Chờ lâu", file));
        try (DirectoryClient administration = exchange.administration()) {
            ExchangeUnderTest.register(administration, "H20.03", ExchangeUnderTest.BETA);
        }
        exchange.alpha().awaitListed("H20.03", false);
        Submission letter = AgencyUnderTest.letter("down-3", List.of("H10.02", "H20.03"), 1, "Chưa khóa", file);
        Problem problem = sender.refusal(letter);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.faults())
                .extracting(Problem.Fault::code)
                .containsExactly(ErrorCode.RECIPIENT_WITHOUT_KEY.code());
        assertThat(problem.readable()).contains("H20.03");
        Dispatch partial = sender.submit(AgencyUnderTest.partial(letter, "down-4"));
        assertThat(sender.awaitArrival(partial.parcelId()).deliveries())
                .extracting(Dispatch.Delivery::recipient)
                .containsExactly("H10.02");
        assertNotArrived(waiting, "H20.01");
        exchange.beta().server().start();
        assertThat(sender.awaitArrival(waiting.parcelId()).deliveries()).hasSize(2);
        assertThat(sender.awaitArrival(patient.parcelId()).deliveries()).hasSize(1);
        exchange.alpha().awaitKnown("H20.03");
        Dispatch late = sender.submit(AgencyUnderTest.letter("down-5", List.of("H20.03"), 1, "Có khóa", file));
        assertThat(sender.awaitArrival(late.parcelId()).refusedRecipients()).isEmpty();
    }

    @Test
    void sendsAndStartsFromItsOwnCopyWhileTheDirectoryIsDown() throws IOException {
        exchange.directory().stop();
        AttachedFile file = file("alone.bin", 40 << 10);
        Dispatch first = sender.submit(AgencyUnderTest.letter("alone-1", List.of("H20.01"), 1, "Một mình", file));
        assertThat(sender.awaitArrival(first.parcelId()).deliveries()).hasSize(1);
        for (NodeUnderTest node : List.of(exchange.alpha(), exchange.beta())) {
            node.server().stop();
            node.server().start();
        }
        exchange.alpha().server().awaitReady();
        exchange.beta().server().awaitReady();
        Dispatch second =
                sender.submit(AgencyUnderTest.letter("alone-2", List.of("H10.02", "H20.02"), 1, "Vẫn một mình", file));
        assertThat(sender.awaitArrival(second.parcelId()).deliveries()).hasSize(2);
    }

    @Test
    void deliversOverALineThatFellSilentAndOverOneThatCrawls() throws IOException {
        TearableProxy line = exchange.beta().line();
        AttachedFile file = file("line.bin", 400 << 10);
        line.fallSilent();
        Dispatch silent = sender.submit(AgencyUnderTest.letter("line-1", List.of("H20.01"), 1, "Im lặng", file));
        Deadline deadline = Deadline.in(WHILE_DEAD);
        while (deadline.rest()) {
            assertNotArrived(silent, "H20.01");
        }
        line.heal();
        assertThat(sender.awaitArrival(silent.parcelId()).deliveries()).hasSize(1);
        line.slowDown(25);
        Dispatch slow = sender.submit(AgencyUnderTest.letter("line-2", List.of("H20.01"), 1, "Chậm", file));
        assertThat(sender.awaitArrival(slow.parcelId()).deliveries()).hasSize(1);
    }

    private static void assertNotArrived(Dispatch dispatch, String recipient) {
        Dispatch now = sender.given(() -> sender.client().dispatch(dispatch.parcelId()), "follow");
        assertThat(now.deliveries())
                .filteredOn(delivery -> delivery.recipient().equals(recipient))
                .noneMatch(Dispatch.Delivery::arrived)
                .noneMatch(Dispatch.Delivery::settled);
    }

    private static AttachedFile file(String name, long size) throws IOException {
        return GeneratedFile.of(exchange.work("outage").resolve(name), size, size);
    }
}
