package vn.lienthong.node.delivery.internal.rows;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.document.Secrecy;

/** The numbers that stand for lanes, stages and levels of secrecy in the tables. Once given, a number keeps its meaning. */
public final class ColumnCodes {

    private static final Map<Lane, Integer> LANES =
            new EnumMap<>(Map.of(Lane.URGENT, 0, Lane.ORDINARY, 1, Lane.BULK, 2));

    private static final Map<DeliveryStage, Integer> STAGES = new EnumMap<>(Map.of(
            DeliveryStage.QUEUED, 0,
            DeliveryStage.IN_TRANSIT, 1,
            DeliveryStage.CONSIGNED, 2,
            DeliveryStage.HANDED_OVER, 3,
            DeliveryStage.REFUSED, 4,
            DeliveryStage.EXPIRED, 5,
            DeliveryStage.RECALLED, 6));

    private static final Map<Secrecy, Integer> LEVELS = new EnumMap<>(Map.of(
            Secrecy.ORDINARY, 0,
            Secrecy.CONFIDENTIAL, 1,
            Secrecy.SECRET, 2,
            Secrecy.TOP_SECRET, 3));

    private ColumnCodes() {}

    /** Returns the number of a level of secrecy; 0 is ordinary. */
    public static int of(Secrecy level) {
        return LEVELS.getOrDefault(level, -1);
    }

    /** Returns the level of a number. */
    public static Secrecy secrecy(int code) {
        return Arrays.stream(Secrecy.values())
                .filter(level -> of(level) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no level has the number " + code));
    }

    /** Returns the number of a lane; a smaller one goes first. */
    public static int of(Lane lane) {
        return LANES.getOrDefault(lane, -1);
    }

    /** Returns the number of a stage. */
    public static int of(DeliveryStage stage) {
        return STAGES.getOrDefault(stage, -1);
    }

    /** Returns the lane of a number. */
    public static Lane lane(int code) {
        return Arrays.stream(Lane.values())
                .filter(lane -> of(lane) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no lane has the number " + code));
    }

    /** Returns the stage of a number. */
    public static DeliveryStage stage(int code) {
        return Arrays.stream(DeliveryStage.values())
                .filter(stage -> of(stage) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no stage has the number " + code));
    }
}
