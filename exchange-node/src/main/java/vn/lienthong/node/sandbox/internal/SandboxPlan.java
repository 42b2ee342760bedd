package vn.lienthong.node.sandbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.training.simulation.Act;
import vn.lienthong.node.training.simulation.ActKind;

/** Decides what simulated agencies do with what they get, and when by the sandbox's clock. Pure. */
final class SandboxPlan {

    /** After it the slow one takes a document. */
    static final Duration SLOW = Duration.ofMinutes(30);

    /** So long a program has to take a document before it is asked back. */
    static final Duration BEFORE_RECALL = Duration.ofSeconds(15);

    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration HOUR = Duration.ofHours(1);

    private SandboxPlan() {}

    /** A document of a program has arrived at the agency. */
    static List<Act> arrival(SandboxAgency agency, ParcelId parcel, Instant now) {
        return switch (agency.play()) {
            case ACCEPT -> taking(agency, parcel, now, STEP);
            case SLOW -> taking(agency, parcel, now.plus(SLOW), HOUR);
            case REFUSE -> List.of(act(agency, ActKind.REFUSE, parcel, now));
            case RECALL ->
                List.of(act(agency, ActKind.TAKE, parcel, now), act(agency, ActKind.SEND, parcel, now.plus(STEP)));
            case OFFLINE, PROGRAM -> List.of();
        };
    }

    private static List<Act> taking(SandboxAgency agency, ParcelId parcel, Instant first, Duration step) {
        return List.of(
                act(agency, ActKind.TAKE, parcel, first),
                act(agency, ActKind.ASSIGN, parcel, first.plus(step)),
                act(agency, ActKind.BEGIN, parcel, first.plus(step.multipliedBy(2))),
                act(agency, ActKind.FINISH, parcel, first.plus(step.multipliedBy(3))));
    }

    /** A document of the agency has gone. */
    static List<Act> sent(SandboxAgency agency, ParcelId parcel, Instant now) {
        return List.of(act(agency, ActKind.CALL_BACK, parcel, now.plus(BEFORE_RECALL)));
    }

    /** The program asks for its document back. */
    static List<Act> recall(SandboxAgency agency, ParcelId parcel, String request, Instant now) {
        return agency.isSimulated()
                ? List.of(Act.of(agency.code(), ActKind.ANSWER, parcel, request, now.plus(STEP)))
                : List.of();
    }

    private static Act act(SandboxAgency agency, ActKind kind, ParcelId parcel, Instant at) {
        return Act.of(agency.code(), kind, parcel, "", at);
    }
}
