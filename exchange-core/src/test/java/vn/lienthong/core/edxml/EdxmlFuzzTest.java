package vn.lienthong.core.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EdxmlFuzzTest {

    @Test
    void isAReadingOrARefusalWhateverTheOctetsAre() {
        List<byte[]> corpus = Stream.of("letter", "status", "refused")
                .flatMap(folder -> Messages.corpus(folder).stream())
                .map(Messages::octets)
                .filter(octets -> octets.length > 0 && octets.length < 8_000)
                .toList();
        SplittableRandom random = new SplittableRandom(2026);
        for (int i = 0; i < 20_000; i++) {
            byte[] message = Mutations.of(corpus.get(i % corpus.size()), random);
            assertThat(Messages.read(message)).isNotNull();
        }
    }
}
