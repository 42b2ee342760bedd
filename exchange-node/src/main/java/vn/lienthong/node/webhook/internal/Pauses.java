package vn.lienthong.node.webhook.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: from five seconds to a day, each a little longer or shorter, so that nobody comes in waves. */
final class Pauses {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(16),
            Duration.ofHours(24));
    private static final double SPREAD = 0.2;

    private final RandomGenerator random;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The pause after so many failures.
     *
     * @param failures before, the present one not counted
     * @return empty when it is to be given up
     */
    Optional<Duration> after(int failures) {
        if (failures >= PAUSES.size()) {
            return Optional.empty();
        }
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Optional.of(
                Duration.ofMillis(Math.round(PAUSES.get(Math.max(failures, 0)).toMillis() * factor)));
    }
}
