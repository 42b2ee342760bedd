package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.Inbox;
import vn.lienthong.node.client.StatementPage;

/** Statements of agencies between real nodes, also while one of them is away. */
class StatementTravelIT {

    private static ExchangeUnderTest exchange;
    private static AgencyUnderTest sender;
    private static AgencyUnderTest recipient;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        sender = exchange.alpha().agency("H10.01");
        recipient = exchange.beta().agency("H20.01");
    }

    @AfterEach
    void leaveWhole() throws IOException {
        if (!exchange.beta().server().isAlive()) {
            exchange.beta().server().start();
        }
        exchange.beta().server().awaitReady();
        exchange.awaitWhole();
    }

    @Test
    void followsADocumentFromArrivalToItsRecall() throws IOException {
        Dispatch dispatch = send("state-1");
        String parcel = dispatch.parcelId();
        assertThat(sender.awaitStatus(parcel, "H20.01", "01").statements()).hasSize(1);
        Inbox.Entry entry = recipient.awaitEntry(parcel);
        Path container = exchange.work("stated").resolve("container.asice");
        assertThat(recipient.take(entry, container).event()).isEqualTo("ContentHandover");
        Files.delete(container);
        assertThat(sender.awaitStatus(parcel, "H20.01", "03").recallOpen()).isFalse();
        exchange.beta().server().stop();
        StatementPage.Acted asked =
                sender.given(() -> sender.client().recall(parcel, List.of("H20.01"), "Ban hành nhầm"), "recall");
        assertThat(asked.results()).isEqualTo(Map.of("H20.01", "SENT"));
        assertThat(sender.awaitStatus(parcel, "H20.01", "13").recallOpen()).isTrue();
        exchange.beta().server().start();
        exchange.beta().server().awaitReady();
        assertThat(awaitAnswered(entry).status()).isEqualTo("15");
        StatementPage.AtRecipient end = sender.awaitStatus(parcel, "H20.01", "15");
        assertThat(end.statements())
                .extracting(StatementPage.Item::kind)
                .contains("status", "recall-request", "answer");
    }

    /** The request is on its way: until it has come there is nothing to answer. */
    private static StatementPage.Item awaitAnswered(Inbox.Entry entry) throws IOException {
        Deadline deadline = Deadline.in(AgencyUnderTest.PATIENCE);
        while (deadline.rest()) {
            if (recipient.client().answer(entry.entryId(), true, "")
                    instanceof Answer.Given<StatementPage.Item>(StatementPage.Item item)) {
                return item;
            }
        }
        throw new AssertionError("the recall did not arrive");
    }

    @Test
    void statesWhatHappenedBeforeTheNodeWasKilled() throws IOException {
        exchange.beta().server().kill();
        exchange.beta().server().startToCrashAt("statement.stated");
        Dispatch dispatch = send("state-2");
        assertThat(exchange.beta().server().awaitEnd(AgencyUnderTest.PATIENCE)).isTrue();
        exchange.beta().server().start();
        StatementPage.AtRecipient stated = sender.awaitStatus(dispatch.parcelId(), "H20.01", "01");
        assertThat(stated.statements()).hasSize(1);
    }

    private static Dispatch send(String key) throws IOException {
        AttachedFile file = GeneratedFile.of(exchange.work("stated").resolve(key + ".bin"), 20 << 10, key.hashCode());
        return sender.submit(AgencyUnderTest.letter(key, List.of("H20.01"), 1, "Để theo dõi", file));
    }
}
