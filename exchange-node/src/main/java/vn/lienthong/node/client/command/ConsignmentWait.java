package vn.lienthong.node.client.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.ExchangeClient;

/** Waits until every delivery of a dispatch is settled, by requests that the node holds open. */
final class ConsignmentWait {

    private static final Duration HELD = Duration.ofSeconds(25);

    private final ExchangeClient client;
    private final InstantSource clock;

    ConsignmentWait(ExchangeClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The dispatch when everything reached the state or a final one, or as it is when the time is over. */
    Answer<Dispatch> until(String parcelId, String state, Duration atMost) throws IOException {
        Instant end = clock.instant().plus(atMost);
        while (true) {
            Duration left = Duration.between(clock.instant(), end);
            Duration held = left.compareTo(HELD) > 0 ? HELD : left;
            if (held.isNegative() || held.toSeconds() == 0) {
                return client.dispatch(parcelId);
            }
            Answer<Dispatch> answer = client.awaitState(parcelId, state, held);
            if (!(answer instanceof Answer.Given<Dispatch>(Dispatch now)) || now.settledEverywhere()) {
                return answer;
            }
        }
    }
}
