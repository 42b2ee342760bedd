package vn.lienthong.node.training.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.training.TrainingAgency;
import vn.lienthong.node.training.simulation.Act;
import vn.lienthong.node.training.simulation.ActKind;

/** Decides what simulated agencies do with what they get, and after how many seconds. Pure. */
final class Plan {

    private static final int WAKING = 4;
    private static final int ANSWERING = 8;

    private Plan() {}

    /** A step of an agency and when it comes, in seconds after the arrival. */
    private record Step(ActKind kind, int seconds) {}

    /** A document has arrived at the agency. */
    static List<Act> arrival(TrainingAgency agency, ParcelId parcel, Instant now) {
        List<Step> steps = switch (agency.temper()) {
            case PROMPT ->
                List.of(
                        new Step(ActKind.TAKE, 4),
                        new Step(ActKind.ASSIGN, 12),
                        new Step(ActKind.BEGIN, 25),
                        new Step(ActKind.FINISH, 50));
            case STEADY ->
                List.of(
                        new Step(ActKind.TAKE, 10),
                        new Step(ActKind.ASSIGN, 30),
                        new Step(ActKind.BEGIN, 60),
                        new Step(ActKind.FINISH, 120));
            case SLOW ->
                List.of(
                        new Step(ActKind.TAKE, 40),
                        new Step(ActKind.ASSIGN, 240),
                        new Step(ActKind.BEGIN, 600),
                        new Step(ActKind.FINISH, 1800));
            case UNYIELDING ->
                List.of(new Step(ActKind.TAKE, 15), new Step(ActKind.ASSIGN, 60), new Step(ActKind.BEGIN, 150));
            case REFUSING -> List.of(new Step(ActKind.REFUSE, 8));
            case SILENT, HUMAN -> List.of();
        };
        return acts(agency, parcel, steps, now);
    }

    /** The sender has reminded: whoever slept wakes. */
    static List<Act> reminder(TrainingAgency agency, ParcelId parcel, Instant now) {
        return agency.temper() == TrainingAgency.Temper.SILENT
                ? acts(agency, parcel, List.of(new Step(ActKind.TAKE, WAKING), new Step(ActKind.ASSIGN, 20)), now)
                : List.of();
    }

    /** The sender asks for the document back. */
    static List<Act> recall(TrainingAgency agency, ParcelId parcel, String request, Instant now) {
        return agency.isSimulated()
                ? List.of(Act.of(agency.code(), ActKind.ANSWER, parcel, request, now.plusSeconds(ANSWERING)))
                : List.of();
    }

    /** The sample documents of a task in its round. */
    static List<Act> samples(Lesson lesson, int round, Instant now) {
        List<Act> acts = new ArrayList<>();
        for (SampleKind kind : SampleKind.values()) {
            if (kind.lesson() == lesson) {
                acts.add(Act.of(
                        kind.sender().code(),
                        ActKind.SEND,
                        null,
                        kind.detail(round),
                        now.plusSeconds(kind.afterSeconds())));
            }
        }
        return acts;
    }

    /** A sample document is on its way: some are asked back later. */
    static List<Act> sent(SampleKind kind, ParcelId parcel, Instant now) {
        return kind == SampleKind.CALLED_BACK
                ? List.of(Act.of(
                        kind.sender().code(), ActKind.CALL_BACK, parcel, "", now.plusSeconds(kind.calledBackAfter())))
                : List.of();
    }

    private static List<Act> acts(TrainingAgency agency, ParcelId parcel, List<Step> steps, Instant now) {
        return steps.stream()
                .map(step -> Act.of(agency.code(), step.kind(), parcel, "", now.plusSeconds(step.seconds())))
                .toList();
    }
}
