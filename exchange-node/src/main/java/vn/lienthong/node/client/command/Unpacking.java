package vn.lienthong.node.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.crypto.asic.AsicEntryVisitor;

/**
 * Takes the objects of a package into a directory that appears under its name only when everything was proven.
 *
 * <p>Guarantees: nothing is overwritten, and no name of the package leads out of the directory: names are made anew.
 */
final class Unpacking implements AsicEntryVisitor {

    private final Path target;
    private final Path hidden;
    private final List<String> names = new ArrayList<>();

    private Unpacking(Path target, Path hidden) {
        this.target = target;
        this.hidden = hidden;
    }

    static Unpacking into(Path target) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (Files.exists(place) || parent == null) {
            throw new FileAlreadyExistsException(place + " exists already");
        }
        Files.createDirectories(parent);
        return new Unpacking(place, Files.createTempDirectory(parent, ".opening-"));
    }

    @Override
    public void visit(String name, InputStream content) throws IOException {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String sane = SaneNames.of(last, "object-" + (names.size() + 1));
        if (names.contains(sane)) {
            sane = (names.size() + 1) + "-" + sane;
        }
        Files.copy(content, hidden.resolve(sane));
        names.add(sane);
    }

    List<Path> keep() throws IOException {
        Files.move(hidden, target);
        return names.stream().map(target::resolve).toList();
    }

    void discard() throws IOException {
        for (String name : names) {
            Files.deleteIfExists(hidden.resolve(name));
        }
        try (var left = Files.list(hidden)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(hidden);
    }
}
