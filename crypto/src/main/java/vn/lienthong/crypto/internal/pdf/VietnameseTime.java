package vn.lienthong.crypto.internal.pdf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Signing times as the decree shows them: day, month, year; hour, minute, second; Vietnamese zone by ISO 8601. */
final class VietnameseTime {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter LAYOUT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss xxx", Locale.ROOT);

    private VietnameseTime() {}

    static ZonedDateTime of(Instant time) {
        return time.atZone(ZONE);
    }

    static String text(Instant time) {
        return LAYOUT.format(of(time));
    }
}
