package vn.lienthong.node.training.simulation;

import java.time.Instant;
import java.util.List;

/** What simulated agencies still have to do. */
public interface ActStore {

    /** Keeps acts, in the caller's transaction if there is one; an act that is there already stays as it is. */
    void add(List<Act> acts);

    /** What is due, oldest first. */
    List<Act> due(Instant now, int limit);

    /** Notes before an act is tried that it is tried again then, unless it is done. */
    void tried(Act act, Instant again);

    /** Notes that nothing is left to do. */
    void done(Act act, Instant now);
}
