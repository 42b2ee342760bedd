package vn.lienthong.node.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Damaged copies of good input, the same in every run: what a parser makes of them must be a value or its own refusal. */
public final class Mutations {

    private static final int SEED = 20_261_122;
    private static final int COUNT = 20_000;
    private static final byte[] MARKS = "<>&;\"'/]-={}[],:\\\0\r\n".getBytes(StandardCharsets.US_ASCII);

    private Mutations() {}

    /** Gives twenty thousand damaged copies to a parser. */
    public static void each(List<byte[]> good, Consumer<byte[]> parser) {
        Random random = new Random(SEED);
        for (int i = 0; i < COUNT; i++) {
            byte[] octets = good.get(i % good.size());
            for (int more = random.nextInt(4); more >= 0 && octets.length > 1; more--) {
                octets = damaged(octets.clone(), random);
            }
            parser.accept(octets);
        }
    }

    private static byte[] damaged(byte[] octets, Random random) {
        int at = random.nextInt(octets.length);
        int length = Math.min(octets.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> {
                octets[at] ^= (byte) (1 << random.nextInt(8));
                yield octets;
            }
            case 1 -> {
                octets[at] = MARKS[random.nextInt(MARKS.length)];
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
