package vn.lienthong.node.protection.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.MasterKeyState.Origin;

/**
 * A master key that somebody else keeps: a file elsewhere or a credential of systemd. A rotation finds the new key beside it, under the
 * same name with {@code .next}. A key that was drawn in the data directory before is followed by this one and then removed.
 */
final class OutsideSource implements MasterKeySource {

    static final String NEXT = ".next";

    private final Origin origin;
    private final Path file;
    private final DrawnLeftover drawn;
    private final SecureRandom random;

    OutsideSource(Origin origin, Path file, Path secrets, SecureRandom random) {
        this.origin = origin;
        this.file = file;
        this.drawn = new DrawnLeftover(secrets, random);
        this.random = random;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public boolean isLaid() {
        return true;
    }

    @Override
    public MasterKeys read(boolean inUse) {
        MasterKey present = key(file)
                .orElseThrow(() -> new StartRefusedException("LT-9003: the master key is missing: there is no file "
                        + file + "; put it there, or correct the settings lienthong.master-key.*"));
        List<MasterKey> byAge = Stream.of(drawn.keys().stream(), Stream.of(present), next().stream())
                .flatMap(keys -> keys)
                .toList();
        return new MasterKeys(byAge, present);
    }

    private Optional<MasterKey> key(Path place) {
        return MasterKeyFile.read(place, origin == Origin.FILE, random);
    }

    @Override
    public Optional<MasterKey> next() {
        return key(file.resolveSibling(file.getFileName() + NEXT));
    }

    @Override
    public void settle(MasterKey target) {
        drawn.remove();
    }
}
