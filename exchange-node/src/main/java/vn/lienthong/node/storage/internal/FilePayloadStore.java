package vn.lienthong.node.storage.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.storage.Resumption;
import vn.lienthong.node.storage.Shortage;

/** The payload store on plain files. One process at a time uses the directory. */
public final class FilePayloadStore implements PayloadStore {

    private final PayloadFiles files;
    private final RoomLedger room;
    private final CrashPoints crashPoints;
    private final Set<PayloadId> beingWritten = ConcurrentHashMap.newKeySet();

    private FilePayloadStore(PayloadFiles files, RoomLedger room, CrashPoints crashPoints) {
        this.files = files;
        this.room = room;
        this.crashPoints = crashPoints;
    }

    /**
     * Opens the store, creating its directory.
     *
     * @param quota upper limit in bytes of all payloads together
     * @param diskReserve bytes that must stay free on the disk
     * @throws IOException if the directory cannot be used
     */
    public static FilePayloadStore open(Path directory, long quota, long diskReserve, CrashPoints crashPoints)
            throws IOException {
        PayloadFiles files = new PayloadFiles(directory.toAbsolutePath().normalize());
        Files.createDirectories(files.incoming());
        RoomLedger room = new RoomLedger(quota, diskReserve, Files.getFileStore(files.root()), files.totalBytes());
        return new FilePayloadStore(files, room, crashPoints);
    }

    @Override
    public Admission create(PayloadId id, long expectedBytes) throws IOException {
        if (!beingWritten.add(id)) {
            return new Admission.Busy();
        }
        Admission admission = null;
        try {
            admission = admit(id, Math.max(0, expectedBytes));
            return admission;
        } finally {
            if (!(admission instanceof Admission.Admitted)) {
                beingWritten.remove(id);
            }
        }
    }

    private Admission admit(PayloadId id, long expectedBytes) throws IOException {
        Path complete = files.complete(id);
        if (Files.exists(complete)) {
            return new Admission.AlreadyStored(Files.size(complete));
        }
        drop(files.part(id));
        Optional<Shortage> shortage = room.book(expectedBytes);
        if (shortage.isPresent()) {
            return new Admission.NoRoom(shortage.get());
        }
        return new Admission.Admitted(sink(id, 0, expectedBytes, StandardOpenOption.CREATE));
    }

    private FilePayloadSink sink(PayloadId id, long size, long booked, StandardOpenOption mode) throws IOException {
        try {
            FileChannel channel = FileChannel.open(files.part(id), StandardOpenOption.WRITE, mode);
            return new FilePayloadSink(this, id, channel, size, booked);
        } catch (IOException e) {
            room.release(booked - size);
            throw e;
        }
    }

    @Override
    public Resumption resume(PayloadId id, long verifiedBytes) throws IOException {
        if (!beingWritten.add(id)) {
            return new Resumption.Busy();
        }
        Resumption resumption = null;
        try {
            resumption = goOn(id, verifiedBytes);
            return resumption;
        } finally {
            if (!(resumption instanceof Resumption.Resumed)) {
                beingWritten.remove(id);
            }
        }
    }

    private Resumption goOn(PayloadId id, long verifiedBytes) throws IOException {
        Path part = files.part(id);
        long there = Files.exists(part) ? Files.size(part) : -1;
        if (verifiedBytes < 0 || there < verifiedBytes) {
            return new Resumption.TooShort(Math.max(0, there));
        }
        FilePayloadSink sink = sink(id, verifiedBytes, verifiedBytes, StandardOpenOption.WRITE);
        sink.cut();
        room.release(there - verifiedBytes);
        return new Resumption.Resumed(sink);
    }

    @Override
    public Optional<SeekableByteChannel> open(PayloadId id) throws IOException {
        return read(files.complete(id));
    }

    @Override
    public Optional<SeekableByteChannel> openPart(PayloadId id) throws IOException {
        return read(files.part(id));
    }

    private static Optional<SeekableByteChannel> read(Path file) throws IOException {
        try {
            return Optional.of(FileChannel.open(file, StandardOpenOption.READ));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public boolean delete(PayloadId id) throws IOException {
        return deleteWrittenBefore(id, Instant.MAX);
    }

    @Override
    public boolean deleteWrittenBefore(PayloadId id, Instant moment) throws IOException {
        if (!beingWritten.add(id)) {
            return false;
        }
        try {
            boolean part = dropOlder(files.part(id), moment);
            return dropOlder(files.complete(id), moment) || part;
        } finally {
            beingWritten.remove(id);
        }
    }

    private boolean dropOlder(Path file, Instant moment) throws IOException {
        boolean older = Files.exists(file)
                && Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        return older && drop(file);
    }

    @Override
    public boolean touch(PayloadId id, Instant now) throws IOException {
        if (!beingWritten.add(id)) {
            return false;
        }
        try {
            Files.setLastModifiedTime(files.complete(id), FileTime.from(now));
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        } finally {
            beingWritten.remove(id);
        }
    }

    @CanIgnoreReturnValue
    private boolean drop(Path file) throws IOException {
        long size = file.toFile().length();
        boolean dropped = Files.deleteIfExists(file);
        if (dropped) {
            room.release(size);
        }
        return dropped;
    }

    @Override
    @MustBeClosed
    public Stream<PayloadId> writtenBefore(Instant moment) throws IOException {
        return files.writtenBefore(moment);
    }

    @Override
    public long usedBytes() {
        return room.used();
    }

    PayloadFiles files() {
        return files;
    }

    RoomLedger room() {
        return room;
    }

    CrashPoints crashPoints() {
        return crashPoints;
    }

    void closed(PayloadId id) {
        beingWritten.remove(id);
    }
}
