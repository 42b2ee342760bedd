package vn.lienthong.node.delivery.internal.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.value.Sha256;

/** The digest is that of the whole, in whatever order its parts are read. */
class DigestingChannelTest {

    @Test
    void digestsTheWholeWhateverIsReadWhen() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            byte[] octets = new byte[1 + random.nextInt(5000)];
            random.nextBytes(octets);
            DigestingChannel channel = new DigestingChannel(new MemoryChannel(octets));
            for (int reads = random.nextInt(20); reads > 0; reads--) {
                ByteBuffer part =
                        ByteBuffer.allocate(100 + random.nextInt(1000)).position(random.nextInt(50));
                int read = channel.position(random.nextInt(octets.length)).read(part);
                assertThat(read).isPositive();
            }
            channel.close();
            assertThat(channel.finish()).isEqualTo(Sha256.of(octets));
        }
    }
}
