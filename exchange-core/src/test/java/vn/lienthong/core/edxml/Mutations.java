package vn.lienthong.core.edxml;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Octets that were valid once. */
final class Mutations {

    private Mutations() {}

    /** Flips, cuts out, doubles or overwrites one to four places. */
    static byte[] of(byte[] original, RandomGenerator random) {
        byte[] octets = original.clone();
        for (int i = random.nextInt(4); i >= 0 && octets.length > 1; i--) {
            octets = once(octets, random);
        }
        return octets;
    }

    private static byte[] once(byte[] octets, RandomGenerator random) {
        int at = random.nextInt(octets.length);
        int length = Math.min(octets.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> {
                octets[at] ^= (byte) (1 << random.nextInt(8));
                yield octets;
            }
            case 1 -> {
                octets[at] = (byte) "<>&;\"'/]-=\0\u00ff".charAt(random.nextInt(12));
                yield octets;
            }
            case 2 -> joined(Arrays.copyOf(octets, at), Arrays.copyOfRange(octets, at + length, octets.length));
            case 3 -> joined(Arrays.copyOf(octets, at + length), Arrays.copyOfRange(octets, at, octets.length));
            default -> Arrays.copyOf(octets, at + 1);
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
