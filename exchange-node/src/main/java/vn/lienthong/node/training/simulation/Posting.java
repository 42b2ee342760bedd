package vn.lienthong.node.training.simulation;

/** Sends the documents of simulated agencies. One bean of an installation. Sending twice sends once. */
@FunctionalInterface
public interface Posting {

    /** Sends what the act names. */
    Performer.Result send(Act act);
}
