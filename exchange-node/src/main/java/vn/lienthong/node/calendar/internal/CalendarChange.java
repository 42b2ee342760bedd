package vn.lienthong.node.calendar.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody made.
 *
 * @param id its number
 * @param about which setting
 * @param before its value before; null when it stood as the program begins
 * @param after its value afterwards; null when it stands as the program begins
 * @param by log-in name of who made it
 * @param at when
 */
record CalendarChange(
        long id,
        String about,
        @Nullable String before,
        @Nullable String after,
        String by,
        Instant at) {}
