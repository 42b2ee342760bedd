package vn.lienthong.node.secret.internal;

import java.time.Duration;
import vn.lienthong.node.secret.PersonalKeys;

/** What a PIN must be like, and what wrong ones cost. */
final class PinRules {

    private static final int FEWEST_DIFFERENT = 5;
    private static final int FREE_TRIES = 4;
    private static final int MOST_DOUBLINGS = 11;

    private PinRules() {}

    static boolean strong(char[] pin, String login) {
        if (pin.length < PersonalKeys.SHORTEST_PIN || pin.length > PersonalKeys.LONGEST_PIN) {
            return false;
        }
        boolean[] seen = new boolean[Character.MAX_VALUE + 1];
        int different = 0;
        boolean steps = true;
        for (int i = 0; i < pin.length; i++) {
            different += seen[pin[i]] ? 0 : 1;
            seen[pin[i]] = true;
            steps &= i < 2 || pin[i] - pin[i - 1] == pin[1] - pin[0];
        }
        return different >= FEWEST_DIFFERENT && !steps && !repeats(pin, login);
    }

    private static boolean repeats(char[] pin, String login) {
        for (int from = 0; from + login.length() <= pin.length; from++) {
            boolean same = true;
            for (int i = 0; i < login.length(); i++) {
                same &= Character.toLowerCase(pin[from + i]) == login.charAt(i);
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** How many wrong PINs are left before a pause. */
    static int left(int tries) {
        return Math.max(0, FREE_TRIES - tries);
    }

    /** The pause after so many wrong PINs in a row: from one minute on, twice as long each time, at most a day and a half. */
    static Duration pause(int tries) {
        return tries < FREE_TRIES
                ? Duration.ZERO
                : Duration.ofMinutes(1L << Math.min(MOST_DOUBLINGS, tries - FREE_TRIES));
    }
}
