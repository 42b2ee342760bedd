package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.protection.FieldSealing;

class FieldSealingTest {

    private static final byte[] ROW = Site.ascii("row 1");
    private static final byte[] SUBJECT = Site.ascii("the subject of a document");

    private final Site site = new Site(new MemoryRows());
    private final Site.Running running = site.start();
    private final FieldSealing fields = running.fields();

    @Test
    void opensWhatItSealed() {
        byte[] sealed = fields.seal("books", ROW, SUBJECT);
        assertThat(sealed).hasSize(SUBJECT.length + FieldSealing.OVERHEAD);
        assertThat(sealed).startsWith(fields.currentPrefix("books"));
        assertThat(fields.open("books", ROW, sealed)).isEqualTo(SUBJECT);
        assertThat(fields.isCurrent("books", sealed)).isTrue();
        assertThat(fields.seal("books", ROW, SUBJECT)).isNotEqualTo(sealed);
        assertThat(fields.open("books", ROW, fields.seal("books", ROW, new byte[0])))
                .isEmpty();
    }

    @Test
    void refusesAnotherRowPurposeOrOctet() {
        byte[] sealed = fields.seal("books", ROW, SUBJECT);
        byte[] other = fields.seal("drafts", ROW, SUBJECT);
        assertThatThrownBy(() -> fields.open("books", Site.ascii("row 2"), sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fields.open("books", ROW, other)).isInstanceOf(IllegalStateException.class);
        for (int place = 0; place < sealed.length; place++) {
            byte[] changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> fields.open("books", ROW, changed)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesWhatIsCutOffOrNotSealed() {
        byte[] sealed = fields.seal("books", ROW, SUBJECT);
        for (int length : new int[] {0, 7, 8, 19, FieldSealing.OVERHEAD - 1, sealed.length - 1}) {
            assertThatThrownBy(() -> fields.open("books", ROW, java.util.Arrays.copyOf(sealed, length)))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(fields.isCurrent("books", SUBJECT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Books", "master", "a b", "12345678901234567890123456789012345678901"})
    void refusesWhatIsNoPurpose(String purpose) {
        assertThatThrownBy(() -> fields.seal(purpose, ROW, SUBJECT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoHasTheDatabaseAndTheDataDirectoryButNotTheMasterKeyReadsNothing() {
        Site victim = new Site(new MemoryRows());
        victim.outside();
        byte[] sealed = victim.start().fields().seal("books", ROW, SUBJECT);
        // The thief has all files and rows and every key of an own installation.
        victim.outside();
        assertThatThrownBy(victim::start).hasMessageContaining("LT-9003");
        assertThatThrownBy(() -> fields.open("books", ROW, sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(victim.table.load().toString()).doesNotContain("subject");
    }

    @Test
    void keysOfFilesAreTheSameAfterARestartAndDifferForEachFile() {
        RingStreams streams = new RingStreams(running.local().ring());
        byte[] key = streams.key("pieces", ROW);
        assertThat(key).hasSize(32).isNotEqualTo(streams.key("pieces", Site.ascii("row 2")));
        assertThat(streams.key("scans", ROW)).isNotEqualTo(key);
        assertThat(new RingStreams(site.start().local().ring()).keys("pieces", ROW))
                .containsExactly(key);
        running.local().ring().renew();
        assertThat(streams.key("pieces", ROW)).isNotEqualTo(key);
        assertThat(streams.keys("pieces", ROW)).hasSize(2).last().isEqualTo(key);
    }
}
