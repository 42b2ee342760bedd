package vn.lienthong.node.protection.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenPlace;
import vn.lienthong.crypto.token.TokenSettings;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.LocalProtection;
import vn.lienthong.node.protection.LocalSecrets;
import vn.lienthong.node.protection.MasterKeyProperties;
import vn.lienthong.node.protection.MasterKeyState.Origin;

/** The master key of a data directory and the data keys that lie in it. */
public final class LocalKeys {

    private final Path root;
    private final MasterKeyHolder master;
    private final KeyRing ring;
    private final SecureRandom random;

    private LocalKeys(Path root, MasterKeyHolder master, KeyRing ring, SecureRandom random) {
        this.root = root;
        this.master = master;
        this.ring = ring;
        this.random = random;
    }

    /**
     * Finds the master key and opens the data keys with it.
     *
     * @param root the data directory, which has its parts already
     * @throws StartRefusedException when the master key is missing or wrong; nothing was changed then
     */
    public static LocalKeys open(Path root, MasterKeyProperties settings, SecureRandom random, InstantSource clock) {
        LocalKeys keys = opened(root, source(root, settings, random), random, clock);
        keys.ring.mark();
        return keys;
    }

    private static LocalKeys opened(Path root, MasterKeySource source, SecureRandom random, InstantSource clock) {
        Path file = root.resolve("secrets").resolve(FileRows.NAME);
        MasterKeyHolder master = new MasterKeyHolder(source, Files.exists(file));
        KeyRing ring = KeyRing.open(new FileRows(file), file.toString(), master, random, clock);
        return new LocalKeys(root, master, ring, random);
    }

    /** Looks at a data directory without changing anything. */
    public static LocalProtection.Look look(
            Path root, MasterKeyProperties settings, SecureRandom random, InstantSource clock) {
        try {
            MasterKeySource source = source(root, settings, random);
            boolean begun = Files.exists(root.resolve("secrets").resolve(FileRows.NAME)) && source.isLaid();
            return begun
                    ? new LookedAt(
                            source.origin(),
                            source.place(),
                            Optional.of(opened(root, source, random, clock)),
                            Optional.empty())
                    : new LookedAt(source.origin(), source.place(), Optional.empty(), Optional.empty());
        } catch (StartRefusedException refused) {
            return new LookedAt(
                    Origin.DATA_DIRECTORY, "", Optional.empty(), Optional.of(String.valueOf(refused.getMessage())));
        }
    }

    private static MasterKeySource source(Path root, MasterKeyProperties settings, SecureRandom random) {
        Path secrets = root.resolve("secrets");
        MasterKeyProperties.TokenPart token = settings.token();
        if (token != null) {
            return new TokenSource(token(token), token.key(), secrets, random);
        }
        Path named = settings.file();
        if (named != null) {
            Path file = named.toAbsolutePath().normalize();
            if (file.startsWith(root.toAbsolutePath().normalize())) {
                throw new StartRefusedException(
                        "LT-9003: lienthong.master-key.file names a file in the data directory, " + file
                                + "; a key kept there protects nothing from whoever copies it: name another place");
            }
            return new OutsideSource(Origin.FILE, file, secrets, random);
        }
        if (!settings.credentialsDirectory().isBlank()) {
            Path credential = Path.of(settings.credentialsDirectory()).resolve(settings.credential());
            if (Files.exists(credential)) {
                return new OutsideSource(Origin.CREDENTIAL, credential, secrets, random);
            }
        }
        return new DrawnSource(secrets, random);
    }

    private static Token token(MasterKeyProperties.TokenPart token) {
        TokenPlace place = token.slot() < 0 ? new TokenPlace.Label(token.label()) : new TokenPlace.Slot(token.slot());
        return Token.open(new TokenSettings(token.library(), place, PasswordFile.at(token.pinFile())));
    }

    /** Secrets in files of the directory. */
    public LocalSecrets secrets(CrashPoints crash) {
        return files(crash);
    }

    SealedFiles files(CrashPoints crash) {
        return new SealedFiles(root, sealing(), random, crash);
    }

    RingSealing sealing() {
        return new RingSealing(ring);
    }

    MasterKeyHolder master() {
        return master;
    }

    KeyRing ring() {
        return ring;
    }

    Path root() {
        return root;
    }
}
