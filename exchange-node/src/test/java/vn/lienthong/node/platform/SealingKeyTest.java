package vn.lienthong.node.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealingKeyTest {

    private static final byte[] CONTEXT = "whose".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECRET = "bí mật".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final SealingKey key = new SealingKey(octets(), random);

    private byte[] octets() {
        byte[] octets = new byte[SealingKey.OCTETS];
        random.nextBytes(octets);
        return octets;
    }

    @Test
    void opensWhatItSealedAndSealsDifferentlyEachTime() {
        byte[] sealed = key.seal(CONTEXT, SECRET);
        assertThat(key.open(CONTEXT, sealed)).isEqualTo(SECRET);
        assertThat(key.seal(CONTEXT, SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void refusesAnotherContextAnotherKeyAndAnyChangedOctet() {
        byte[] sealed = key.seal(CONTEXT, SECRET);
        assertThatIllegalStateException().isThrownBy(() -> key.open(SECRET, sealed));
        SealingKey other = new SealingKey(octets(), random);
        assertThatIllegalStateException().isThrownBy(() -> other.open(CONTEXT, sealed));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> key.open(CONTEXT, changed));
        }
    }

    @Test
    void refusesWhatWasCutOff() {
        byte[] sealed = key.seal(CONTEXT, SECRET);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatIllegalStateException().isThrownBy(() -> key.open(CONTEXT, cut));
        }
    }

    @Test
    void takesOnlyKeysOfTheRightLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SealingKey(new byte[16], random));
    }
}
