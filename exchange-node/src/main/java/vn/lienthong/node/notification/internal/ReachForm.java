package vn.lienthong.node.notification.internal;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.webhook.WebhookAddress;

/** Reads address and quiet hours as people type them. */
@InNodeRole
@Component
class ReachForm {
    private static final String EMAIL = "email";
    private static final String WEBHOOK = "webhook";
    private static final String FROM = "quietFrom";
    private static final String UNTIL = "quietUntil";
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:h](\\d{2})?");

    /**
     * What was typed.
     *
     * @param email or null
     * @param webhook or null
     * @param quiet or null
     */
    record Reach(
            @Nullable String email,
            @Nullable String webhook,
            @Nullable QuietHours quiet) {}

    static Map<String, String> values(Channels channels) {
        Map<String, String> values = new HashMap<>();
        QuietHours quiet = channels.quiet();
        put(values, EMAIL, channels.email());
        put(values, WEBHOOK, channels.webhook());
        put(values, FROM, quiet == null ? null : quiet.from().toString());
        put(values, UNTIL, quiet == null ? null : quiet.until().toString());
        return values;
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    Optional<Reach> read(Map<String, String> typed, FormFaults faults) {
        String email = typed.getOrDefault(EMAIL, "").strip();
        if (!email.isEmpty() && !MailSending.isAddress(email)) {
            faults.add(EMAIL, "notification.email.wrong");
        }
        String webhook = typed.getOrDefault(WEBHOOK, "").strip();
        if (!webhook.isEmpty() && WebhookAddress.parse(webhook).isEmpty()) {
            faults.add(WEBHOOK, "notification.webhook.wrong");
        }
        @Nullable QuietHours quiet = quiet(typed, faults);
        return faults.any() ? Optional.empty() : Optional.of(new Reach(orNull(email), orNull(webhook), quiet));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable QuietHours quiet(Map<String, String> typed, FormFaults faults) {
        String from = typed.getOrDefault(FROM, "").strip();
        String until = typed.getOrDefault(UNTIL, "").strip();
        if (from.isEmpty() && until.isEmpty()) {
            return null;
        }
        Optional<LocalTime> begin = time(from);
        Optional<LocalTime> end = time(until);
        if (begin.isEmpty()) {
            faults.add(FROM, "notification.quiet.wrong");
        }
        if (end.isEmpty() || end.equals(begin)) {
            faults.add(UNTIL, "notification.quiet.wrong");
        }
        return faults.of(FROM) != null || faults.of(UNTIL) != null
                ? null
                : new QuietHours(begin.orElseThrow(), end.orElseThrow());
    }

    private static Optional<LocalTime> time(String typed) {
        Matcher time = TIME.matcher(typed);
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            String minutes = time.group(2);
            return Optional.of(
                    LocalTime.of(Integer.parseInt(time.group(1)), minutes == null ? 0 : Integer.parseInt(minutes)));
        } catch (DateTimeException notOnTheClock) {
            return Optional.empty();
        }
    }
}
