package vn.lienthong.node.testing;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.Appended;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.storage.Resumption;
import vn.lienthong.node.storage.Shortage;

/** A payload store for tests that need no disk. For one thread at a time. */
public final class InMemoryPayloadStore implements PayloadStore {

    private final long quota;
    private final InstantSource clock;
    private final Map<PayloadId, byte[]> complete = new HashMap<>();
    private final Map<PayloadId, byte[]> parts = new HashMap<>();
    private final Map<PayloadId, Instant> written = new HashMap<>();
    private final Set<PayloadId> beingWritten = new HashSet<>();
    private long used;

    /** An empty store with this quota in bytes. */
    public InMemoryPayloadStore(long quota, InstantSource clock) {
        this.quota = quota;
        this.clock = clock;
    }

    @Override
    public Admission create(PayloadId id, long expectedBytes) {
        if (beingWritten.contains(id)) {
            return new Admission.Busy();
        }
        byte[] stored = complete.get(id);
        if (stored != null) {
            return new Admission.AlreadyStored(stored.length);
        }
        used -= lengthOf(parts.remove(id));
        if (expectedBytes > quota - used) {
            return new Admission.NoRoom(new Shortage(Shortage.Cause.QUOTA, quota - used));
        }
        used += expectedBytes;
        return new Admission.Admitted(new Sink(id, new byte[0], expectedBytes));
    }

    @Override
    public Resumption resume(PayloadId id, long verifiedBytes) {
        if (beingWritten.contains(id)) {
            return new Resumption.Busy();
        }
        byte[] part = parts.get(id);
        if (part == null || verifiedBytes < 0 || verifiedBytes > part.length) {
            return new Resumption.TooShort(lengthOf(part));
        }
        used -= part.length - verifiedBytes;
        return new Resumption.Resumed(new Sink(id, Arrays.copyOf(part, Math.toIntExact(verifiedBytes)), verifiedBytes));
    }

    @Override
    public Optional<SeekableByteChannel> open(PayloadId id) {
        return Optional.ofNullable(complete.get(id)).map(ReadableBytes::new);
    }

    @Override
    public Optional<SeekableByteChannel> openPart(PayloadId id) {
        return Optional.ofNullable(parts.get(id)).map(ReadableBytes::new);
    }

    @Override
    public boolean delete(PayloadId id) {
        if (beingWritten.contains(id)) {
            return false;
        }
        byte[] payload = complete.remove(id);
        byte[] part = parts.remove(id);
        used -= lengthOf(payload) + lengthOf(part);
        return payload != null || part != null;
    }

    @Override
    public boolean deleteWrittenBefore(PayloadId id, Instant moment) {
        return written.getOrDefault(id, Instant.MAX).isBefore(moment) && delete(id);
    }

    @Override
    public boolean touch(PayloadId id, Instant now) {
        boolean there = complete.containsKey(id) && !beingWritten.contains(id);
        if (there) {
            written.put(id, now);
        }
        return there;
    }

    @Override
    @MustBeClosed
    public Stream<PayloadId> writtenBefore(Instant moment) {
        return Stream.concat(complete.keySet().stream(), parts.keySet().stream())
                .filter(id -> written.getOrDefault(id, Instant.MAX).isBefore(moment))
                .toList()
                .stream();
    }

    @Override
    public long usedBytes() {
        return used;
    }

    private static long lengthOf(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private final class Sink implements PayloadSink {

        private final PayloadId id;
        private byte[] bytes;
        private long booked;
        private boolean closed;

        Sink(PayloadId id, byte[] bytes, long booked) {
            this.id = id;
            this.bytes = bytes;
            this.booked = booked;
            beingWritten.add(id);
        }

        @Override
        public PayloadId id() {
            return id;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public Appended append(long offset, ByteBuffer ciphertext) {
            if (offset != bytes.length) {
                return new Appended.WrongOffset(bytes.length);
            }
            int grown = bytes.length + ciphertext.remaining();
            long missing = Math.max(0, grown - booked);
            if (missing > quota - used) {
                return new Appended.NoRoom(new Shortage(Shortage.Cause.QUOTA, quota - used));
            }
            used += missing;
            booked += missing;
            int end = bytes.length;
            bytes = Arrays.copyOf(bytes, grown);
            ciphertext.get(bytes, end, grown - end);
            return new Appended.Written(grown);
        }

        @Override
        public long sync() {
            return bytes.length;
        }

        @Override
        public long commit() {
            complete.put(id, bytes);
            end();
            parts.remove(id);
            return bytes.length;
        }

        @Override
        public void discard() {
            bytes = new byte[0];
            end();
            parts.remove(id);
        }

        @Override
        public void close() {
            end();
        }

        private void end() {
            if (!closed) {
                closed = true;
                parts.put(id, bytes);
                written.put(id, clock.instant());
                used -= booked - bytes.length;
                beingWritten.remove(id);
            }
        }
    }
}
