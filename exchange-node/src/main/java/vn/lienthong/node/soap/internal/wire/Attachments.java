package vn.lienthong.node.soap.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.documents.NoRoomException;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.storage.PayloadId;

/**
 * The attachments behind a SOAP part, by their content identifiers.
 *
 * <p>Guarantees: those that are asked for in the order in which they come are streamed from the connection; one that comes too early
 * is put aside, sealed, and removed when this is closed. Nothing is read before the first is asked for.
 */
public final class Attachments implements AutoCloseable {

    private static final long MOST_ASIDE = 4L << 30;

    private final @Nullable RelatedParts parts;
    private final SealedPieces pieces;
    private final TimeOrderedIds ids;
    private final Map<String, Aside> aside = new HashMap<>();
    private long room = MOST_ASIDE;

    /** Reads from these parts; without parts there are no attachments. */
    public Attachments(@Nullable RelatedParts parts, SealedPieces pieces, TimeOrderedIds ids) {
        this.parts = parts;
        this.pieces = pieces;
        this.ids = ids;
    }

    /** One that came before its time; without a piece when it has no octets. */
    private record Aside(String mediaType, Optional<PayloadId> piece) {}

    /**
     * An attachment.
     *
     * @param mediaType without parameters, in lower case; empty when none is given
     * @param content to be read before the next one is asked for
     */
    public record Attachment(String mediaType, InputStream content) {}

    /**
     * Finds an attachment; each can be had once.
     *
     * @throws vn.lienthong.node.desk.door.BrokenFormException when the message breaks off or breaks its rules
     * @throws ProblemException when there is none of that name, or no room to put others aside
     * @throws IOException when the store fails
     */
    public Attachment open(String contentId) throws IOException {
        Aside known = aside.get(contentId);
        if (known != null) {
            return new Attachment(
                    known.mediaType(),
                    known.piece().map(piece -> pieces.open(List.of(piece))).orElseGet(InputStream::nullInputStream));
        }
        for (var part = next(); part.isPresent(); part = next()) {
            RelatedParts.Part found = part.get();
            if (found.contentId().equals(contentId)) {
                return new Attachment(found.mediaType(), found.content());
            }
            putAside(found);
        }
        throw Unfit.malformed("content", "Không có phần đính kèm mang Content-ID này, hoặc nó được nhắc tới hai lần");
    }

    private Optional<RelatedParts.Part> next() throws IOException {
        return parts == null ? Optional.empty() : parts.next();
    }

    private void putAside(RelatedParts.Part part) throws IOException {
        PayloadId id = new PayloadId(ids.next());
        try {
            // One octet more than there is room for tells that it is too much.
            long size = pieces.keep(id, part.content(), room + 1, true);
            Aside kept = new Aside(part.mediaType(), size == 0 ? Optional.empty() : Optional.of(id));
            Aside before = aside.put(part.contentId(), kept);
            room -= size;
            if (room < 0 || before != null) {
                before = before == null ? kept : before;
                before.piece().ifPresent(piece -> pieces.remove(List.of(piece)));
                throw Unfit.tooLarge("content", "Các phần đính kèm quá lớn hoặc trùng Content-ID");
            }
        } catch (NoRoomException e) {
            throw new ProblemException(ErrorCode.STORAGE_FULL);
        }
    }

    @Override
    public void close() {
        pieces.remove(
                aside.values().stream().flatMap(one -> one.piece().stream()).toList());
        aside.clear();
    }
}
