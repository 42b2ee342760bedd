package vn.lienthong.node.statement.door;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** Reads what callers want to state; everything in it is hostile. */
public final class StatementRequests {

    private static final int MOST_RECIPIENTS = 500;

    private StatementRequests() {}

    /** An act of a sender; what does not belong to the act is passed over. */
    public record Act(
            @Nullable List<@Nullable String> recipients,
            @Nullable String reason,
            @Nullable String text,
            @Nullable String unit,
            @Nullable String position,
            @Nullable String other,
            @Nullable List<@Nullable String> changes) {}

    /** A status of a recipient. */
    public record Status(
            @Nullable String status,
            @Nullable String reason,
            @Nullable String text,
            @Nullable String unit,
            @Nullable String position,
            @Nullable String arrivalNumber,
            @Nullable String dueDate) {}

    /** An answer of a recipient. */
    public record Answer(
            @Nullable Boolean agreed,
            @Nullable String text,
            @Nullable String unit,
            @Nullable String position) {}

    static Set<AgencyCode> recipients(@Nullable List<@Nullable String> codes) {
        if (codes == null || codes.isEmpty() || codes.size() > MOST_RECIPIENTS) {
            throw invalid("/recipients", "Cần từ 1 đến 500 nơi nhận");
        }
        Set<AgencyCode> recipients = new LinkedHashSet<>();
        for (String code : codes) {
            if (code != null && AgencyCode.check(code) instanceof AgencyCodeCheck.Valid(AgencyCode valid)) {
                recipients.add(valid);
            } else {
                throw invalid("/recipients", "Có mã nơi nhận sai dạng");
            }
        }
        return recipients;
    }

    static StatementWords words(@Nullable String reason, @Nullable String text) {
        try {
            return new StatementWords(Objects.requireNonNullElse(reason, ""), Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException e) {
            throw invalid("/text", "Mã lý do gồm chữ in hoa; lời văn nhiều nhất 400 ký tự, không có ký tự điều khiển");
        }
    }

    static @Nullable StatementActor actor(@Nullable String unit, @Nullable String position) {
        if (unit == null || unit.isBlank()) {
            return null;
        }
        try {
            return new StatementActor(unit, Objects.requireNonNullElse(position, ""));
        } catch (IllegalArgumentException e) {
            throw invalid("/unit", "Tên đơn vị nhiều nhất 200 ký tự, chức vụ nhiều nhất 100 ký tự");
        }
    }

    /** 03 to 06: 01 is stated by the node, 02 by refusing. */
    static Known status(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(wanted -> List.of(Known.RECEIVED, Known.ASSIGNED, Known.IN_PROGRESS, Known.COMPLETED).stream()
                        .filter(known -> known.code().equals(wanted))
                        .findFirst())
                .orElseThrow(() -> invalid("/status", "Cần 03, 04, 05 hoặc 06"));
    }

    static @Nullable LocalDate dueDate(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid("/dueDate", "Cần ngày dạng 2026-12-31");
        }
    }

    static ParcelId other(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(ParcelId::parse)
                .orElseThrow(() -> invalid("/other", "Cần mã kiện của văn bản kia"));
    }

    static List<String> changes(@Nullable List<@Nullable String> lines) {
        List<String> changes = new ArrayList<>();
        for (String line : lines == null ? List.<String>of() : lines) {
            if (line == null || line.isBlank() || line.length() > 200) {
                throw invalid("/changes", "Mỗi thay đổi từ 1 đến 200 ký tự");
            }
            changes.add(line);
        }
        return changes;
    }

    static ProblemException invalid(String pointer, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid(pointer, message)));
    }
}
