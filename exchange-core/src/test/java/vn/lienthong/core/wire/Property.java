package vn.lienthong.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The promises that every codec keeps, tried on many random values. */
final class Property {

    private static final int CASES = 1000;

    private Property() {}

    static <T> void codecKeepsItsPromises(JsonCodec<T> codec, Function<Samples, T> make) {
        RandomGenerator random = new Random(20261121);
        Samples samples = new Samples(random);
        for (int i = 0; i < CASES; i++) {
            T value = make.apply(samples);
            byte[] octets = codec.encode(value);
            assertThat(codec.decode(octets)).isEqualTo(new Decoded.Value<>(value));
            assertThat(codec.encode(value)).isEqualTo(octets);
            mutateOnce(codec, value, octets, random);
            cutOnce(codec, octets, random);
        }
    }

    private static <T> void mutateOnce(JsonCodec<T> codec, T value, byte[] octets, RandomGenerator random) {
        for (int i = 0; i < 5; i++) {
            byte[] mutated = octets.clone();
            int place = random.nextInt(octets.length);
            mutated[place] = (byte) (mutated[place] ^ random.nextInt(1, 256));
            assertThat(codec.decode(mutated)).isNotEqualTo(new Decoded.Value<>(value));
        }
    }

    private static <T> void cutOnce(JsonCodec<T> codec, byte[] octets, RandomGenerator random) {
        byte[] cut = Arrays.copyOf(octets, random.nextInt(octets.length));
        assertThat(codec.decode(cut)).isInstanceOf(Decoded.Malformed.class);
    }
}
