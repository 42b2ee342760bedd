package vn.lienthong.node.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.training.TrainingAgency;

/** The agencies on trial: invented, with codes of the right shape, from the three blocs that exchange most. */
final class Cast {

    private static final List<Actor> DEMONSTRATION = List.of(
            new Actor("ubnd-huong-giang", "H99.07", "Ủy ban nhân dân xã Hương Giang (thử nghiệm)", "GOVERNMENT"),
            new Actor("tinh-uy-song-huong", "A45.01", "Tỉnh ủy Sông Hương (thử nghiệm)", "PARTY"),
            new Actor("mttq-song-huong", "I07.03", "Ủy ban MTTQ Việt Nam tỉnh Sông Hương (thử nghiệm)", "FRONT"));

    /** The node of an installation for training. */
    static final String TRAINING_NODE = "tap-huan";

    /** The node of a sandbox. */
    static final String SANDBOX_NODE = "thu-nghiem";

    /** The node that is there once, to publish its agency's keys, and never again. */
    static final String OFFLINE_NODE = "mat-ket-noi";

    private Cast() {}

    /**
     * An agency and the node that serves it.
     *
     * @param nodeId of the node
     * @param code of the agency
     * @param name of the agency
     * @param bloc of the agency
     */
    record Actor(String nodeId, String code, String name, String bloc) {}

    /** All agencies of an installation for training, on one node; the first is the trainee's. */
    static List<Actor> training() {
        return Arrays.stream(TrainingAgency.values())
                .map(agency -> new Actor(
                        TRAINING_NODE,
                        agency.code().value(),
                        agency.title(),
                        agency.bloc().name()))
                .toList();
    }

    /** The agencies of a sandbox: those that are always there on one node, the one that is never there on another. */
    static List<Actor> sandbox() {
        return Arrays.stream(SandboxAgency.values())
                .map(agency -> new Actor(
                        agency.play() == SandboxAgency.Play.OFFLINE ? OFFLINE_NODE : SANDBOX_NODE,
                        agency.code().value(),
                        agency.title(),
                        agency.bloc().name()))
                .toList();
    }

    /** The three of the demonstration; the first sends. */
    static List<Actor> demonstration() {
        return DEMONSTRATION;
    }

    /** As many as a benchmark wants; the first sends. */
    static List<Actor> benchmark(int nodes) {
        return IntStream.rangeClosed(1, nodes)
                .mapToObj(number -> new Actor(
                        "bench-" + number,
                        String.format(Locale.ROOT, "H99.%02d", number),
                        "Cơ quan đo số " + number + " (thử nghiệm)",
                        "GOVERNMENT"))
                .toList();
    }
}
