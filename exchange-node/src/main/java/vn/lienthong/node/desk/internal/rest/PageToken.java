package vn.lienthong.node.desk.internal.rest;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** The place in a list where the next page begins; opaque to callers. */
final class PageToken {

    private static final int OCTETS = 16;

    private PageToken() {}

    static String of(ParcelId last) {
        ByteBuffer octets = ByteBuffer.allocate(OCTETS)
                .putLong(last.value().getMostSignificantBits())
                .putLong(last.value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.array());
    }

    /**
     * Reads a token; empty for the first page.
     *
     * @throws ProblemException when this node has not made it
     */
    static Optional<ParcelId> read(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (octets.remaining() == OCTETS) {
                return Optional.of(new ParcelId(new UUID(octets.getLong(), octets.getLong())));
            }
        } catch (IllegalArgumentException e) {
            // Not base64, or not an identifier: the same as a token of another length.
            throw unknown();
        }
        throw unknown();
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ErrorCode.FIELD_INVALID,
                List.of(FieldProblem.invalid("?pageToken", "Không phải mã trang do nút này cấp")));
    }
}
