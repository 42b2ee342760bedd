package vn.lienthong.node.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.node.identity.BreakGlass.Halves;
import vn.lienthong.node.identity.BreakGlassOrder;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;

/** How new credentials of the emergency entry get from the command line to the node. */
class BreakGlassDeskTest {
    private static final String ORDER = "secrets/break-glass-order";

    @TempDir
    private Path data = Path.of("");

    @BeforeEach
    void makeTheDirectoryOfSecrets() throws IOException {
        assertThat(Files.createDirectory(data.resolve("secrets"))).isDirectory();
    }

    @Test
    void bringsTheDigestAndNeverTheHalves() throws IOException {
        Halves halves = BreakGlassCodes.draw(new SecureRandom());
        byte[] digest = BreakGlassCodes.digest(halves).orElseThrow();
        BreakGlassDesk desk = new BreakGlassDesk(data);
        desk.order(digest);
        assertThat(Files.readString(data.resolve(ORDER))).doesNotContain(halves.first(), halves.second());
        List<byte[]> taken = new ArrayList<>();
        desk.serve(taken::add);
        assertThat(taken).containsExactly(digest);
        assertThat(desk.answer()).contains(BreakGlassDesk.DONE);
        assertThat(desk.answer()).isEmpty();
        assertThat(halves.toString()).doesNotContain(halves.first(), halves.second());
    }

    @Test
    void refusesAnOrderThatIsNoDigest() throws IOException {
        BreakGlassDesk desk = new BreakGlassDesk(data);
        new SecretFile(data.resolve(ORDER)).write(new Secret("not a digest"));
        desk.serve(_ -> true);
        assertThat(desk.answer()).contains("refused");
        assertThat(data.resolve(ORDER)).doesNotExist();
    }

    @Test
    void leavesNoOrderBehindWhenNoNodeRuns() throws IOException, InterruptedException {
        assertThat(new BreakGlassOrder(data).give(Duration.ZERO)).isEmpty();
        assertThat(data.resolve(ORDER)).doesNotExist();
    }

    @Test
    void readsHalvesHoweverTheyAreTypedAndNothingElse() {
        Halves halves = new Halves("abcde-fghjk-mnpqr-stuvw", "23456-789ab-cdefg-hjkmn");
        byte[] digest = BreakGlassCodes.digest(halves).orElseThrow();
        assertThat(BreakGlassCodes.digest(new Halves(" ABCDE fghjk mnpqr stuvw", "23456789abcdefghjkmn")))
                .hasValueSatisfying(same -> assertThat(same).isEqualTo(digest));
        assertThat(BreakGlassCodes.digest(new Halves(halves.second(), halves.first())))
                .hasValueSatisfying(other -> assertThat(other).isNotEqualTo(digest));
        assertThat(BreakGlassCodes.digest(new Halves(halves.first(), ""))).isEmpty();
        assertThat(BreakGlassCodes.digest(new Halves(halves.first() + "a", halves.second())))
                .isEmpty();
        assertThat(BreakGlassCodes.digest(new Halves("a".repeat(1_000_000), halves.second())))
                .isEmpty();
    }
}
