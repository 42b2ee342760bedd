package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.desk.door.DocumentDoor;
import vn.lienthong.node.desk.door.FormPart;
import vn.lienthong.node.desk.door.FormParts;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.edxml.EdxmlIntake;
import vn.lienthong.node.edxml.EdxmlRefusal;
import vn.lienthong.node.edxml.EdxmlTaken;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;

/** Takes everything, once per key, and remembers it. */
final class FakeDoors implements DocumentDoor, EdxmlIntake {

    private static final ParcelId PARCEL =
            ParcelId.parse("0198a000-0000-7000-8000-000000000001").orElseThrow();

    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private @Nullable ErrorCode refusal;

    List<List<String>> taken() {
        return List.copyOf(taken.values());
    }

    /** How often anything was handed in, the same or not. */
    int calls() {
        return calls.get();
    }

    void refuse(@Nullable ErrorCode code) {
        refusal = code;
    }

    @Override
    public Sent take(ApiCaller caller, Sha256 key, FormParts parts) {
        if (refusal != null) {
            throw new ProblemException(refusal);
        }
        List<String> seen = new ArrayList<>(List.of(caller.agency().value()));
        try {
            for (Optional<FormPart> part = parts.next(); part.isPresent(); part = parts.next()) {
                FormPart one = part.get();
                seen.add(one.name() + " " + one.fileName() + " " + one.mediaType() + " " + text(one.content()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calls.incrementAndGet();
        boolean repeated = taken.put(key.hex(), seen) != null;
        Dispatch dispatch = new Dispatch(
                PARCEL,
                caller.agency(),
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                1,
                "",
                new Dispatch.Summary("", "", "", "", 1),
                List.of());
        return new Sent(dispatch, repeated, List.of());
    }

    @Override
    public EdxmlTaken take(EdxmlCall call, InputStream message) throws IOException {
        if (refusal != null) {
            EdxmlRefusal.Kind kind = refusal.retryable() ? EdxmlRefusal.Kind.LATER : EdxmlRefusal.Kind.NOT_EDXML;
            return new EdxmlTaken.Refused(
                    new EdxmlRefusal(kind, refusal, "MessageHeader/Subject", "thiếu", "is missing", List.of()));
        }
        List<String> seen = List.of(call.agency().value(), "message " + text(message));
        calls.incrementAndGet();
        boolean repeated = taken.put(call.idempotencyKey().orElseThrow(), seen) != null;
        return new EdxmlTaken.Sent(PARCEL, repeated, List.of());
    }

    private static String text(InputStream octets) throws IOException {
        return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
    }
}
