package vn.lienthong.node.desk.internal.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** Reads what callers send to the inbox; everything in it is hostile. */
final class InboxRequest {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int MAX_TEXT = 400;

    private InboxRequest() {}

    /** {@code {"leaseId":…}}, where the lease may be absent. */
    record LeaseWish(@Nullable String leaseId) {}

    /** {@code {"leaseId":…,"packageSha512":…}}. */
    record Acknowledgement(
            @Nullable String leaseId, @Nullable String packageSha512) {}

    /** {@code {"leaseId":…,"reason":…,"text":…}}. */
    record Refusal(
            @Nullable String leaseId,
            @Nullable String reason,
            @Nullable String text) {}

    static long number(String parameter, String text, long min, long max) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw invalid("?" + parameter, "Cần một số nguyên từ " + min + " đến " + max);
    }

    /** Reads an identifier; one that cannot be is one that nobody has. */
    static long entry(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        return Long.parseLong(text);
    }

    static UUID lease(String pointer, @Nullable String text) {
        if (text == null) {
            throw invalid(pointer, "Thiếu mã lượt nhận");
        }
        return CanonicalUuid.parse(text).orElseThrow(() -> new ProblemException(ErrorCode.LEASE_UNKNOWN));
    }

    static Optional<UUID> lease(@Nullable LeaseWish wish) {
        return wish == null || wish.leaseId() == null
                ? Optional.empty()
                : Optional.of(lease("/leaseId", wish.leaseId()));
    }

    static Sha512 digest(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(Sha512::fromHex)
                .orElseThrow(() -> invalid("/packageSha512", "Cần 128 chữ số thập lục phân viết thường"));
    }

    static ClerkReason reason(@Nullable String name) {
        return Arrays.stream(ClerkReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("/reason", "Không có lý do mang tên này"));
    }

    static String text(@Nullable String text) {
        try {
            return BoundedText.lines("text", text == null ? "" : text, 0, MAX_TEXT);
        } catch (IllegalArgumentException e) {
            throw invalid("/text", "Nhiều nhất " + MAX_TEXT + " ký tự, không có ký tự điều khiển");
        }
    }

    static ProblemException invalid(String pointer, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid(pointer, message)));
    }
}
