package vn.lienthong.node.audit.alert;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rules and the alerts that they raised. Every change is an event.
 *
 * <p>Guarantees: for the same rule and the same subject there is at most one alert that is not closed; whatever happens meanwhile
 * adds to it. Alerts that speak of state secrets above what the signed-in person is cleared for do not exist: not in lists, numbers,
 * nor by identifier; nothing secret adds to an alert that others see.
 */
public interface Alerts {

    /** All rules as they are set here, in the order of the templates. */
    List<AlertRule> rules();

    /**
     * Sets a rule.
     *
     * @throws IllegalArgumentException when threshold or window lie outside their bounds
     */
    @CanIgnoreReturnValue
    AlertRule setRule(RuleTemplate template, boolean enabled, int threshold, Duration window);

    /** Raises an alert of that template for a test. */
    @CanIgnoreReturnValue
    Alert test(RuleTemplate template);

    /**
     * Alerts in these states, newest first, without notes.
     *
     * @param before only older ones; null for the newest
     * @param limit 1 to 200
     */
    List<Alert> list(Set<AlertState> states, @Nullable UUID before, int limit);

    /** How many are not closed; counted up to 1000. */
    long open();

    /** One alert with its notes. */
    Optional<Alert> find(UUID id);

    /**
     * Moves an alert on.
     *
     * @param officer login of who does it and from then on owns it
     * @param note at most 1000 characters; closing needs one
     */
    AlertStep move(UUID id, AlertState to, String officer, String note);
}
