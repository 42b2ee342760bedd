package vn.lienthong.node.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.Secret;

/** Codes for the day on which the phone is lost: 16 characters in four groups, 79 bits, so that a plain digest is enough. */
final class RecoveryCodes {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{16}");
    private static final int COUNT = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    static List<Secret> draw(SecureRandom random) {
        return IntStream.range(0, COUNT).mapToObj(_ -> one(random)).toList();
    }

    private static Secret one(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            if (place > 0 && place % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Secret(code.toString());
    }

    /** The digest of what was typed, if it has the shape of a code. */
    static Optional<byte[]> digest(LoginName login, String typed) {
        String bare = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return SHAPE.matcher(bare).matches()
                ? Optional.of(
                        Digests.sha256(("recovery:" + login.value() + ":" + bare).getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
