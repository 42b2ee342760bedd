package vn.lienthong.node.desk.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** The header under which a request may be repeated without being carried out twice. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,128}");

    private IdempotencyKey() {}

    /**
     * Reads the header.
     *
     * @return its digest: senders put anything into it, also what should not be stored
     * @throws ProblemException when it is missing or not 1 to 128 visible ASCII characters
     */
    static Sha256 read(@Nullable String header) {
        if (header == null || !VISIBLE.matcher(header).matches()) {
            throw new ProblemException(
                    ErrorCode.FIELD_INVALID,
                    List.of(FieldProblem.invalid(HEADER, "Cần 1 đến 128 ký tự ASCII nhìn thấy được")));
        }
        return Sha256.of(header.getBytes(StandardCharsets.US_ASCII));
    }
}
