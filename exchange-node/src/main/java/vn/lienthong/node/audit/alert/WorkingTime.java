package vn.lienthong.node.audit.alert;

import java.time.Duration;
import java.time.Instant;

/** Measures time in which people work; a module that knows the calendar implements it as bean. */
public interface WorkingTime {
    /**
     * How much working time lies between two moments.
     *
     * @param from the earlier one
     * @param until the later one
     * @return zero when there is none
     */
    Duration between(Instant from, Instant until);
}
