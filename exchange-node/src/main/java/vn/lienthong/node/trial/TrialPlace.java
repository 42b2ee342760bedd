package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The directory of a trial. It lies in the user's own data directory and not in {@code /tmp}: databases are not to live where
 * machines clean up or keep everything in memory.
 *
 * @param path of it
 * @param temporary whether it is deleted at the end
 */
record TrialPlace(Path path, boolean temporary) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int RANDOM_BYTES = 3;

    /** The given directory, which stays, or a fresh one. */
    static TrialPlace choose(Optional<Path> given, String kind, boolean deleteFresh, Clock clock) {
        if (given.isPresent()) {
            return new TrialPlace(given.get().toAbsolutePath().normalize(), false);
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String name =
                kind + "-" + WHEN.format(clock.instant()) + "-" + HexFormat.of().formatHex(random);
        Path base = Path.of(System.getProperty("user.home"), ".local", "share", "lienthong");
        return new TrialPlace(base.resolve(name), deleteFresh);
    }

    /** Deletes it when it is temporary; says so when that fails. */
    void leave(Narrator narrator) {
        if (!temporary) {
            return;
        }
        try {
            PrivateFiles.deleteTree(path);
        } catch (IOException stays) {
            narrator.say("không xóa được " + path, "could not delete: " + stays.getMessage());
        }
    }
}
