package vn.lienthong.node.sandbox.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.sandbox.Sandbox;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;

/** {@code /api/v1/sandbox}: there only in a sandbox. */
@RestController
@InSandbox
@RequestMapping("/api/v1/sandbox")
class SandboxResource {

    private final Sandbox sandbox;

    SandboxResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * What there is.
     *
     * @param now the time for simulated agencies
     * @param recipients to whom documents may be sent
     */
    record Answer(String now, List<Recipient> recipients) {
        /** Copies the list. */
        Answer {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * A simulated agency.
     *
     * @param code its code
     * @param name its name
     */
    record Recipient(String code, String name) {}

    /** {@code {"advance":"PT30M"}}. */
    record ClockWish(@Nullable String advance) {}

    /** {@code {"system":"…"}}. */
    record RunWish(@Nullable String system) {}

    /**
     * What was reset.
     *
     * @param withdrawn how many documents were taken back
     * @param now the time for simulated agencies
     */
    record Reset(int withdrawn, String now) {}

    private Answer answer() {
        return new Answer(
                Timestamps.format(sandbox.now()),
                SandboxAgency.simulated().stream()
                        .map(agency -> new Recipient(agency.code().value(), agency.title()))
                        .toList());
    }

    @GetMapping
    Answer about() {
        return answer();
    }

    @PostMapping("/clock")
    Answer clock(@AuthenticationPrincipal ApiCaller caller, @RequestBody ClockWish wish) {
        Permissions.require(caller, ApiScope.SUBMIT);
        var _ = sandbox.advance(step(wish.advance()));
        return answer();
    }

    private static Duration step(@Nullable String text) {
        try {
            Duration step = Duration.parse(text == null ? "" : text);
            if (step.isPositive() && step.compareTo(Sandbox.LONGEST_STEP) <= 0) {
                return step;
            }
        } catch (DateTimeParseException notADuration) {
            throw invalid("/advance", "Cần một khoảng thời gian theo ISO 8601, ví dụ PT30M");
        }
        throw invalid("/advance", "Lớn hơn 0 và nhiều nhất 30 ngày");
    }

    private static ProblemException invalid(String pointer, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid(pointer, message)));
    }

    @PostMapping("/reset")
    Reset reset(@AuthenticationPrincipal ApiCaller caller) {
        Permissions.require(caller, ApiScope.SUBMIT);
        int withdrawn = sandbox.reset(caller.agency());
        return new Reset(withdrawn, Timestamps.format(sandbox.now()));
    }

    @GetMapping("/conformance")
    ConformanceAnswer conformance(@AuthenticationPrincipal ApiCaller caller) {
        return ConformanceAnswer.of(sandbox.conformance(caller.agency()));
    }

    @PostMapping("/conformance")
    ConformanceAnswer begin(@AuthenticationPrincipal ApiCaller caller, @RequestBody RunWish wish) {
        Permissions.require(caller, ApiScope.SUBMIT);
        String name = Optional.ofNullable(wish.system()).map(String::strip).orElse("");
        if (name.isEmpty()
                || name.length() > Sandbox.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("/system", "Tên hệ thống, từ 1 đến " + Sandbox.LONGEST_NAME + " ký tự");
        }
        return ConformanceAnswer.of(sandbox.begin(caller.agency(), name));
    }

    @GetMapping("/conformance.pdf")
    ResponseEntity<StreamingResponseBody> certificate(@AuthenticationPrincipal ApiCaller caller) throws IOException {
        byte[] pdf = sandbox.certificate(caller.agency()).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        return Downloads.answer(Optional.of(
                new Download("ket-qua-thu-ket-noi.pdf", "application/pdf", pdf.length, out -> out.write(pdf))));
    }
}
