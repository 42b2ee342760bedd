package vn.lienthong.node.delivery.internal.rows;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.delivery.Lane;

/** The numbers that stand for lanes and stages in the tables. Once given, a number keeps its meaning. */
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

    private ColumnCodes() {}

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
