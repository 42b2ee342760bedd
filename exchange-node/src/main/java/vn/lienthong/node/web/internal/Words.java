package vn.lienthong.node.web.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Numbers and times as people here write them: dd/MM/yyyy, 24 hours, Hanoi time, decimal comma. */
@Component("words")
public class Words {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT);
    private static final long KILO = 1000;

    /**
     * A point in time to the minute.
     *
     * @param at the time
     * @return for example {@code 14:05 21/11/2026}
     */
    public String time(Instant at) {
        return TIME.format(at.atZone(HANOI));
    }

    /**
     * A point in time to the second.
     *
     * @param at the time
     * @return for example {@code 14:05:09 21/11/2026}
     */
    public String second(Instant at) {
        return SECOND.format(at.atZone(HANOI));
    }

    /**
     * A number.
     *
     * @param number the number
     * @param locale decides the mark between groups
     * @return for example {@code 1.024}
     */
    public String number(long number, Locale locale) {
        return String.format(Language.supported(locale), "%,d", number);
    }

    /**
     * A figure with as many decimals as it has.
     *
     * @param figure the figure
     * @param locale decides the marks
     * @return for example {@code 1.024,5}
     */
    public String decimal(BigDecimal figure, Locale locale) {
        return String.format(Language.supported(locale), "%,." + Math.max(0, figure.scale()) + "f", figure);
    }

    /**
     * A date.
     *
     * @param date the date
     * @return for example {@code 21/11/2026}
     */
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    /**
     * The size of a file.
     *
     * @param octets how many
     * @param locale decides the decimal mark
     * @return for example {@code 4,2 MB}
     */
    public String size(long octets, Locale locale) {
        if (octets < KILO) {
            return octets + " B";
        }
        if (octets < KILO * KILO) {
            return String.format(Language.supported(locale), "%.0f KB", (double) octets / KILO);
        }
        return String.format(Language.supported(locale), "%.1f MB", (double) octets / (KILO * KILO));
    }
}
