package vn.lienthong.node.protection;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.protection.internal.LocalKeys;

/** What is sealed in a data directory, for tools that work beside or without the program that runs on it. */
public final class LocalProtection {

    private LocalProtection() {}

    /**
     * Opens the secrets of a data directory.
     *
     * @param root the data directory
     * @param settings where its master key comes from
     * @throws vn.lienthong.node.platform.StartRefusedException when the master key is missing or wrong
     */
    public static LocalSecrets secrets(Path root, MasterKeyProperties settings, SecureRandom random) {
        return LocalKeys.open(root, settings, random, Clock.systemUTC()).secrets(CrashPoints.none());
    }

    /**
     * Looks at a data directory without changing anything, whether a program runs on it or not.
     *
     * @param root the data directory
     * @param settings where its master key comes from
     */
    public static Look look(Path root, MasterKeyProperties settings, SecureRandom random) {
        return LocalKeys.look(root, settings, random, Clock.systemUTC());
    }

    /** What is to be seen of the protection of a data directory. */
    public interface Look {

        /** Where the master key comes from. */
        MasterKeyState.Origin origin();

        /** The place in words. */
        String place();

        /** Why the master key cannot be used; empty when all is well. */
        Optional<String> refusal();

        /** The data keys that lie in the data directory. */
        List<DataKey> dataKeys();

        /** A sealed secret; empty when it is not there or cannot be opened. */
        Optional<Secret> secret(String name);
    }

    /**
     * Opens the secrets of a data directory whose master key was drawn in it.
     *
     * @param root the data directory
     * @throws vn.lienthong.node.platform.StartRefusedException when the master key is missing or wrong
     */
    public static LocalSecrets secrets(Path root, SecureRandom random) {
        return secrets(root, MasterKeyProperties.none(), random);
    }
}
