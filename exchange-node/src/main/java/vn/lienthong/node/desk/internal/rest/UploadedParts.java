package vn.lienthong.node.desk.internal.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.desk.door.FormPart;
import vn.lienthong.node.desk.door.FormParts;
import vn.lienthong.node.desk.internal.upload.Upload;
import vn.lienthong.node.desk.internal.upload.Uploads;

/** A request whose files were uploaded before, as the parts of a form. One file is open at a time. */
final class UploadedParts implements FormParts, AutoCloseable {
    private final Uploads uploads;
    private final Deque<Upload> files;
    private Optional<FormPart> first;
    private InputStream open = InputStream.nullInputStream();

    UploadedParts(Uploads uploads, byte[] metadata, List<Upload> files) {
        this.uploads = uploads;
        this.files = new ArrayDeque<>(files);
        this.first = Optional.of(new FormPart("metadata", "", "application/json", new ByteArrayInputStream(metadata)));
    }

    @Override
    public Optional<FormPart> next() throws IOException {
        Optional<FormPart> metadata = first;
        if (metadata.isPresent()) {
            first = Optional.empty();
            return metadata;
        }
        close();
        Upload file = files.poll();
        if (file == null) {
            return Optional.empty();
        }
        open = uploads.content(file);
        return Optional.of(new FormPart("file", file.file().name(), file.file().mediaType(), open));
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
