package vn.lienthong.node.training.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets simulated agencies do what is due, one thing after the other. */
public final class Responder {

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final int BATCH = 20;
    private static final int MOST_TRIES = 60;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ActStore store;
    private final Performer performer;
    private final InstantSource clock;

    /** Lets the performer do what the store says is due by the clock. */
    public Responder(ActStore store, Performer performer, InstantSource clock) {
        this.store = store;
        this.performer = performer;
        this.clock = clock;
    }

    /** Does what is due now. */
    public void round() {
        for (Act act : store.due(clock.instant(), BATCH)) {
            // Noted first: what cannot be done must not hold up what can.
            store.tried(act, clock.instant().plus(pause(act.tries())));
            perform(act);
        }
    }

    private void perform(Act act) {
        switch (performer.perform(act)) {
            case Performer.Result.Done(List<Act> next) -> {
                store.add(next);
                store.done(act, clock.instant());
            }
            case Performer.Result.NotYet() -> giveUpAfterTooMany(act);
            case Performer.Result.Pointless() -> store.done(act, clock.instant());
        }
    }

    private void giveUpAfterTooMany(Act act) {
        if (act.tries() >= MOST_TRIES) {
            LOG.warn("{} gives up to {}", act.agency(), act.kind());
            store.done(act, clock.instant());
        }
    }

    private static Duration pause(int tries) {
        Duration wished = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 6));
        return wished.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wished;
    }
}
