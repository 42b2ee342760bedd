package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.MasterKeyState.Origin;

/** A master key that this program draws in its data directory: whoever copies the whole directory has it too. */
final class DrawnSource implements MasterKeySource {

    static final String NAME = "master-key";
    static final String NEXT = NAME + ".next";

    private final Path file;
    private final Path next;
    private final SecureRandom random;

    DrawnSource(Path secrets, SecureRandom random) {
        this.file = secrets.resolve(NAME);
        this.next = secrets.resolve(NEXT);
        this.random = random;
    }

    @Override
    public Origin origin() {
        return Origin.DATA_DIRECTORY;
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
        if (!Files.exists(file)) {
            if (inUse) {
                throw new StartRefusedException("LT-9003: the master key of this installation is missing: " + file
                        + "; put it back from its backup, or say with lienthong.master-key.file where it is");
            }
            write(file, MasterKey.draw(random));
        }
        MasterKey present = MasterKeyFile.read(file, true, random).orElseThrow();
        return MasterKeyFile.read(next, true, random)
                .map(younger -> new MasterKeys(List.of(present, younger), present))
                .orElseGet(() -> new MasterKeys(List.of(present), present));
    }

    @Override
    public Optional<MasterKey> next() {
        if (!Files.exists(next)) {
            write(next, MasterKey.draw(random));
        }
        return MasterKeyFile.read(next, true, random);
    }

    private static void write(Path place, MasterKey key) {
        try {
            new SecretFile(place).write(new Secret(Base64.getUrlEncoder().encodeToString(key.reveal())));
        } catch (IOException e) {
            throw new UncheckedIOException("the master key " + place + " cannot be written", e);
        }
    }

    @Override
    public void settle(MasterKey target) {
        Optional<MasterKey> younger = MasterKeyFile.read(next, true, random);
        if (younger.isEmpty()) {
            return;
        }
        try {
            if (younger.get().id().equals(target.id())) {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(next);
            }
            DurableFiles.forceDirectoryOf(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key " + file + " cannot be replaced", e);
        }
    }
}
