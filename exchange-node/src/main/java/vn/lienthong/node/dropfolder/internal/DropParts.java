package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.node.desk.door.FormPart;
import vn.lienthong.node.desk.door.FormParts;

/** Hands the files of a drop in as a form would: the description first, then the files in the order of their names. */
final class DropParts implements FormParts, AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "doc", "application/msword",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xls", "application/vnd.ms-excel",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "zip", "application/zip",
            "txt", "text/plain",
            "png", "image/png",
            "jpg", "image/jpeg",
            "tif", "image/tiff");

    private final Path drop;
    private final String sidecar;
    private final Iterator<String> files;
    private InputStream open = InputStream.nullInputStream();
    private boolean described;

    DropParts(Path drop, String sidecar, List<String> files) {
        this.drop = drop;
        this.sidecar = sidecar;
        this.files = files.stream().filter(name -> !name.equals(sidecar)).iterator();
    }

    @Override
    public Optional<FormPart> next() throws IOException {
        open.close();
        if (!described) {
            described = true;
            open = DropSending.open(drop.resolve(sidecar));
            return Optional.of(new FormPart("metadata", "", "application/json", open));
        }
        if (!files.hasNext()) {
            return Optional.empty();
        }
        String name = files.next();
        open = DropSending.open(drop.resolve(name));
        return Optional.of(new FormPart("file", name, type(name), open));
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
