package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** A master key that was drawn in the data directory before another place was named: it opens the way there, and is removed at its end. */
final class DrawnLeftover {

    private final Path secrets;
    private final SecureRandom random;

    DrawnLeftover(Path secrets, SecureRandom random) {
        this.secrets = secrets;
        this.random = random;
    }

    List<MasterKey> keys() {
        return Stream.of(DrawnSource.NAME, DrawnSource.NEXT)
                .flatMap(name -> MasterKeyFile.read(secrets.resolve(name), true, random).stream())
                .toList();
    }

    void remove() {
        try {
            for (String name : List.of(DrawnSource.NEXT, DrawnSource.NAME)) {
                Erasure.finish(secrets.resolve(name));
                if (Files.exists(secrets.resolve(name))) {
                    Erasure.erase(secrets.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the former master key in " + secrets + " cannot be removed", e);
        }
    }
}
