package vn.lienthong.node.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;

/** What programs and administrators steer in a sandbox. There is such a bean only in one. */
public interface Sandbox {

    /** The longest step of the clock. */
    Duration LONGEST_STEP = Duration.ofDays(30);

    /** The longest name of a program, in characters. */
    int LONGEST_NAME = 200;

    /** What time it is for the simulated agencies; for everything else it is the time of the day. */
    Instant now();

    /**
     * Moves the clock of the simulated agencies forward.
     *
     * @param step more than nothing, at most {@link #LONGEST_STEP}
     * @return the new time
     * @throws IllegalArgumentException when the step is out of bounds
     */
    Instant advance(Duration step);

    /**
     * Begins from the front for one agency: what waits in its inbox is taken back by the simulated agency that sent it, what the
     * simulated agencies still had to do with it is forgotten, its checklist is empty, and the clock is that of the day. What was
     * handed over and the log stay.
     *
     * @return how many documents were taken back
     */
    int reset(AgencyCode agency);

    /**
     * Begins a run of an agency's program: only what happens from now on counts.
     *
     * @param name of the program, 1 to 200 characters
     */
    Conformance begin(AgencyCode agency, String name);

    /** What the agency's program did since its run began. */
    Conformance conformance(AgencyCode agency);

    /**
     * The report as a page sealed by this node, with the machine-readable report attached inside.
     *
     * @return empty when the agency is none of this sandbox
     * @throws IOException when it cannot be written
     */
    Optional<byte[]> certificate(AgencyCode agency) throws IOException;
}
