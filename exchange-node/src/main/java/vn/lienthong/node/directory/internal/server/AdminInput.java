package vn.lienthong.node.directory.internal.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** Turns the members of a request into values, or into one problem that names every member that is wrong. */
final class AdminInput {

    private static final int MAX_TEXT = 200;

    private final List<FieldProblem> wrong = new ArrayList<>();

    /** The value of a member, or a place-holder after noting that it is wrong. */
    private <T> Optional<T> read(String pointer, @Nullable String text, Function<String, Optional<T>> parser) {
        Optional<T> value = text == null ? Optional.empty() : parser.apply(text);
        if (value.isEmpty()) {
            wrong.add(FieldProblem.invalid(pointer, text == null ? "Thiếu giá trị" : "Giá trị không hợp lệ"));
        }
        return value;
    }

    Optional<NodeId> nodeId(String pointer, @Nullable String text) {
        return read(pointer, text, value -> quietly(() -> new NodeId(value)));
    }

    Optional<AgencyCode> code(String pointer, @Nullable String text) {
        return read(pointer, text, AdminInput::code);
    }

    Optional<String> line(String pointer, @Nullable String text) {
        return read(
                pointer,
                text,
                value -> value.isBlank()
                        ? Optional.empty()
                        : quietly(() -> BoundedText.line("text", value, 1, MAX_TEXT)));
    }

    Optional<Bloc> bloc(String pointer, @Nullable String text) {
        return read(
                pointer,
                text,
                value -> Arrays.stream(Bloc.values())
                        .filter(bloc -> bloc.name().equals(value))
                        .findFirst());
    }

    Optional<Instant> time(String pointer, @Nullable String text) {
        return read(pointer, text, AdminInput::time);
    }

    /** Ends the reading: throws when anything was wrong. */
    void end() {
        if (!wrong.isEmpty()) {
            throw new ProblemException(ErrorCode.FIELD_INVALID, wrong);
        }
    }

    /** A value that was read; to be asked for after {@link #end} only. */
    static <T> T read(Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("asked for before the end of reading"));
    }

    static Optional<AgencyCode> code(String text) {
        return AgencyCode.check(text) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                ? Optional.of(code)
                : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Timestamps.millis(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException | IllegalArgumentException notATime) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> quietly(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException refusedByTheType) {
            return Optional.empty();
        }
    }
}
