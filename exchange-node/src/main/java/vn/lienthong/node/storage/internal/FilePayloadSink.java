package vn.lienthong.node.storage.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.storage.Appended;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.Shortage;

/** Writes one payload into {@code incoming} and renames it when it is complete and durable. */
final class FilePayloadSink implements PayloadSink {

    private final FilePayloadStore store;
    private final PayloadId id;
    private final FileChannel channel;
    private long size;
    private long booked;
    private boolean closed;

    FilePayloadSink(FilePayloadStore store, PayloadId id, FileChannel channel, long size, long booked) {
        this.store = store;
        this.id = id;
        this.channel = channel;
        this.size = size;
        this.booked = booked;
    }

    /** Cuts the file to the size at which this sink begins. */
    void cut() throws IOException {
        channel.truncate(size);
    }

    @Override
    public PayloadId id() {
        return id;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Appended append(long offset, ByteBuffer ciphertext) throws IOException {
        if (offset != size) {
            return new Appended.WrongOffset(size);
        }
        long missing = Math.max(0, size + ciphertext.remaining() - booked);
        // Also when all of it is booked: the disk may have been filled by others meanwhile.
        Optional<Shortage> shortage = store.room().book(missing);
        if (shortage.isPresent()) {
            return new Appended.NoRoom(shortage.get());
        }
        booked += missing;
        while (ciphertext.hasRemaining()) {
            size += channel.write(ciphertext, size);
        }
        return new Appended.Written(size);
    }

    @Override
    public long sync() throws IOException {
        channel.force(false);
        return size;
    }

    @Override
    public long commit() throws IOException {
        channel.force(true);
        store.crashPoints().reach("storage.forced");
        Path complete = store.files().complete(id);
        store.files().prepareDirectoryOf(complete);
        Files.move(store.files().part(id), complete, StandardCopyOption.ATOMIC_MOVE);
        store.crashPoints().reach("storage.renamed");
        DurableFiles.forceDirectoryOf(complete);
        close();
        return size;
    }

    @Override
    public void discard() throws IOException {
        Files.deleteIfExists(store.files().part(id));
        size = 0;
        close();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            channel.close();
            store.room().release(booked - size);
            store.closed(id);
        }
    }
}
