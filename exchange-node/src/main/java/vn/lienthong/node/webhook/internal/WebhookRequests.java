package vn.lienthong.node.webhook.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.webhook.WebhookAddress;
import vn.lienthong.node.webhook.internal.Endpoint.Wish;

/** Reads what programs send; what is wrong is named. */
final class WebhookRequests {

    static final int LONGEST_NAME = 100;
    private static final int LONGEST_OVERLAP = 168;
    private static final int USUAL_OVERLAP = 24;
    private static final int MOST_TYPES = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern EVENT = Pattern.compile("evt_[0-9]{1,19}");

    private WebhookRequests() {}

    /** {@code {"name":…,"url":…,"types":[…],"active":…}}. */
    record Wanted(
            @Nullable String name,
            @Nullable String url,
            @Nullable List<@Nullable String> types,
            @Nullable Boolean active) {}

    /** {@code {"overlapHours":…}}. */
    record Rotation(@Nullable Integer overlapHours) {}

    /** {@code {"since":…}} or {@code {"eventId":…}}. */
    record Replay(@Nullable String since, @Nullable String eventId) {}

    static Wish wish(Wanted wanted, ApiCaller caller) {
        String url = Optional.ofNullable(wanted.url()).map(String::strip).orElse("");
        if (WebhookAddress.parse(url).isEmpty()) {
            throw invalid("/url", "Cần địa chỉ https://, cổng 443 hoặc từ 1024, không có tên người dùng và mật khẩu");
        }
        return new Wish(requiredName(wanted.name()), url, types(wanted.types(), caller));
    }

    private static String requiredName(@Nullable String name) {
        return name(Optional.ofNullable(name).orElse(""))
                .orElseThrow(() -> invalid("/name", "Cần tên từ 1 đến 100 ký tự"));
    }

    /** The name when it can be one. */
    static Optional<String> name(String typed) {
        try {
            return Optional.of(BoundedText.line("name", typed.strip(), 1, LONGEST_NAME));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<EventType> types(@Nullable List<@Nullable String> words, ApiCaller caller) {
        if (words == null || words.isEmpty() || words.size() > MOST_TYPES) {
            throw invalid("/types", "Cần ít nhất một loại sự kiện");
        }
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (String word : words) {
            EventType type = Optional.ofNullable(word)
                    .flatMap(EventType::ofWord)
                    .orElseThrow(() -> invalid("/types", "Có loại sự kiện không tồn tại"));
            if (!type.isReadableWith(caller.scopes())) {
                throw invalid("/types", "Khóa này không được đọc loại sự kiện " + type.word());
            }
            types.add(type);
        }
        return types;
    }

    static Duration overlap(@Nullable Rotation rotation) {
        Integer hours = rotation == null ? null : rotation.overlapHours();
        int wanted = hours == null ? USUAL_OVERLAP : hours;
        if (wanted < 0 || wanted > LONGEST_OVERLAP) {
            throw invalid("/overlapHours", "Cần số giờ từ 0 đến 168");
        }
        return Duration.ofHours(wanted);
    }

    static UUID id(String text) {
        return CanonicalUuid.parse(text).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    static Optional<String> event(Replay replay) {
        String event = replay.eventId();
        if (event == null) {
            return Optional.empty();
        }
        if (!EVENT.matcher(event).matches()) {
            throw invalid("/eventId", "Cần mã sự kiện dạng evt_…");
        }
        return Optional.of(event);
    }

    static Instant since(Replay replay) {
        return Optional.ofNullable(replay.since())
                .flatMap(WebhookRequests::instant)
                .orElseThrow(() -> invalid("/since", "Cần thời điểm dạng 2026-11-21T08:15:30.123Z, hoặc eventId"));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The version that the caller has seen, from {@code If-Match}. */
    static int version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(ErrorCode.PRECONDITION_REQUIRED);
        }
        String digits = ifMatch.strip().replaceAll("^\"|\"$", "");
        if (!NUMBER.matcher(digits).matches() || digits.length() > 9) {
            throw new ProblemException(ErrorCode.PRECONDITION_FAILED);
        }
        return Integer.parseInt(digits);
    }

    static long number(String parameter, String text, long min, long max) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw invalid("?" + parameter, "Cần một số nguyên từ " + min + " đến " + max);
    }

    static ProblemException invalid(String pointer, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid(pointer, message)));
    }
}
