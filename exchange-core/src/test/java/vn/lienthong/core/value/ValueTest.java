package vn.lienthong.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T08:15:30Z",
                "2026-11-21T08:15:30.1Z",
                "2026-11-21T08:15:30.123456Z",
                "2026-11-21T08:15:30.123+07:00",
                "2026-11-21t08:15:30.123z",
                "2026-11-21 08:15:30.123Z",
                "2026-02-30T08:15:30.123Z",
                "2026-11-21T24:00:00.000Z",
                "2026-11-21T08:15:60.000Z",
                "1969-12-31T23:59:59.999Z",
                "+12026-11-21T08:15:30.123Z",
                ""
            })
    void refusesOtherSpellingsOfTime(String text) {
        assertThat(Timestamps.parse(text)).isEmpty();
    }

    @Test
    void readsTheTimesThatItWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochMilli(random.nextLong(250_000_000_000_000L));
            String text = Timestamps.format(time);
            assertThat(text).hasSize(24);
            assertThat(Timestamps.parse(text)).contains(time);
        }
        assertThat(Timestamps.format(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThatThrownBy(() -> Timestamps.format(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void digestsKeepTheirOctetsAndTheirOrder() {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            Sha256 one = new Sha256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
            Sha256 two = new Sha256(one.first(), random.nextLong(), random.nextLong(), random.nextLong());
            assertThat(Sha256.fromBytes(one.bytes())).isEqualTo(one);
            assertThat(Sha256.fromHex(one.hex())).contains(one);
            assertThat(Integer.signum(one.compareTo(two)))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(one.bytes(), two.bytes())));
        }
    }

    @Test
    void refusesOtherSpellingsOfDigests() {
        assertThat(Sha256.fromHex("0A".repeat(32))).isEmpty();
        assertThat(Sha256.fromHex("0a".repeat(31))).isEmpty();
        assertThat(Sha512.fromHex("0g".repeat(64))).isEmpty();
        assertThat(Sha256.of(new byte[0])).isEqualTo(Sha256.OF_NOTHING);
        assertThatThrownBy(() -> Sha256.fromBytes(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void octetsAreCopiedInAndOut() {
        byte[] source = {1, 2};
        Octets octets = Octets.of(source);
        source[0] = 9;
        octets.toByteArray()[1] = 9;
        assertThat(octets).isEqualTo(Octets.of(new byte[] {1, 2})).hasToString("Octets[2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\u001B[0m", "a\u0085", "a\u2028b", "\uD800", "a\r"})
    void refusesTextThatCouldLieInALog(String text) {
        assertThatThrownBy(() -> BoundedText.lines("field", text, 0, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(BoundedText.line("field", "😀😀", 2, 2)).isEqualTo("😀😀");
        assertThat(BoundedText.lines("field", "a\nb", 0, 3)).isEqualTo("a\nb");
        assertThatThrownBy(() -> BoundedText.line("field", "a\nb", 0, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
