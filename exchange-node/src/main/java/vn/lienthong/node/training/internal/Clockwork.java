package vn.lienthong.node.training.internal;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InTraining;

/** Lets time pass for the simulated agencies. */
@Component
@InTraining
class Clockwork {

    private final Responder responder;
    private final Hearing hearing;
    private final Lessons lessons;

    Clockwork(ActStore store, Performer performer, Hearing hearing, Lessons lessons, InstantSource clock) {
        this.responder = new Responder(store, performer, clock);
        this.hearing = hearing;
        this.lessons = lessons;
    }

    void round() {
        lessons.open();
        hearing.keep();
        responder.round();
    }
}
