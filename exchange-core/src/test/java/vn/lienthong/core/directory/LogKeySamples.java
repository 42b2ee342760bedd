package vn.lienthong.core.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import vn.lienthong.core.value.Sha256;

/** Keys of logs in the right form; nobody has their private halves. */
public final class LogKeySamples {

    private LogKeySamples() {}

    /** A key of a type and of the length that belongs to it. */
    public static LogKey key(String name, int type) {
        return new LogKey(text(name, type, type == 6 ? 1312 : 32));
    }

    /** The text of a key, right in all but what the caller wants. */
    public static String text(String name, int type, int length) {
        byte[] typed = new byte[length + 1];
        Arrays.fill(typed, (byte) name.length());
        typed[0] = (byte) type;
        Sha256 whole = Sha256.ofParts((name + "\n").getBytes(StandardCharsets.UTF_8), typed);
        String id = HexFormat.of().formatHex(whole.bytes(), 0, 4);
        return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** A log with both keys. */
    public static PublishedLog log(LogPurpose purpose, String origin) {
        return new PublishedLog(purpose, origin, List.of(key(origin, 1), key(origin, 6)));
    }

    /** A witness with both keys. */
    public static PublishedWitness witness(String name, boolean offered) {
        return new PublishedWitness(List.of(key(name, 4), key(name, 6)), offered);
    }
}
