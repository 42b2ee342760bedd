package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.lienthong.core.party.AgencyCode;

/** What is sent through any door can be read through every other: the same octets, the same description, the same statuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorMatrixIT {

    private static final int FIRST = 101;
    private static final List<String> CODES = List.of("03", "06");

    private final Map<AgencyCode, Letter> letters = new LinkedHashMap<>();
    private DoorSite site;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        site = new DoorSite();
        int number = FIRST;
        for (AgencyCode sender : site.senders().keySet()) {
            letters.put(sender, new Letter(Integer.toString(number)));
            number++;
        }
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    @Order(1)
    void carriesTheSameDocumentFromEachDoorToEachOther() throws IOException, InterruptedException {
        List<AgencyCode> all = List.copyOf(site.recipients().keySet());
        for (Map.Entry<AgencyCode, Door> sender : site.senders().entrySet()) {
            sender.getValue().send(letter(sender.getKey()), all);
        }
        for (Map.Entry<AgencyCode, Door> sender : site.senders().entrySet()) {
            Letter letter = letter(sender.getKey());
            for (Map.Entry<AgencyCode, Door> recipient : site.recipients().entrySet()) {
                assertThat(recipient.getValue().take(letter.number()))
                        .as("from %s to %s", sender.getKey(), recipient.getKey())
                        .isEqualTo(letter.from(sender.getValue()));
            }
        }
    }

    @Test
    @Order(2)
    void bringsEachStatusFromEachDoorToEachOther() throws IOException, InterruptedException {
        for (String code : CODES) {
            for (AgencyCode sender : site.senders().keySet()) {
                for (Door recipient : site.recipients().values()) {
                    recipient.state(letter(sender).number(), sender, code);
                }
            }
        }
        for (Map.Entry<AgencyCode, Door> sender : site.senders().entrySet()) {
            for (AgencyCode recipient : site.recipients().keySet()) {
                for (String code : List.of("01", "03", "06")) {
                    awaitHeard(sender.getValue(), letter(sender.getKey()), recipient, code);
                }
            }
        }
    }

    private static void awaitHeard(Door sender, Letter letter, AgencyCode recipient, String code)
            throws IOException, InterruptedException {
        for (int i = 0; i < Patience.TURNS; i++) {
            if (sender.hasHeard(letter.number(), recipient, code)) {
                return;
            }
            Patience.rest();
        }
        throw new AssertionError("number " + letter.number() + ": " + recipient + " has not said " + code);
    }

    private Letter letter(AgencyCode sender) {
        Letter letter = letters.get(sender);
        if (letter == null) {
            throw new AssertionError(sender + " sends nothing");
        }
        return letter;
    }
}
