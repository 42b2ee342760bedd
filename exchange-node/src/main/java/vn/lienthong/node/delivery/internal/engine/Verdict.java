package vn.lienthong.node.delivery.internal.engine;

import java.time.Duration;
import java.util.List;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.delivery.internal.transport.Carried;
import vn.lienthong.node.evidence.StoredEvidence;

/** What a try means for its shipment, after the answer was checked. */
sealed interface Verdict {

    Carried carried();

    /** The target has it, and proves it. */
    record Delivered(Carried carried, List<StoredEvidence> evidence) implements Verdict {}

    /** It has to be tried again. */
    record Postponed(Carried carried, Duration pause, ErrorCode code) implements Verdict {}

    /** The target will never take it. */
    record TurnedAway(Carried carried, ErrorCode code, String text, List<StoredEvidence> evidence) implements Verdict {}
}
