package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.protection.DataKey;
import vn.lienthong.node.protection.FieldSealing;
import vn.lienthong.node.protection.KeyRotation;
import vn.lienthong.node.protection.KeyRotation.What;
import vn.lienthong.node.protection.Resealing;

class ResealingTest {

    private static final int ROWS = 700;

    private final Site site = new Site(new MemoryRows());
    private final Books books = new Books();

    /** A table with sealed rows. */
    private static final class Books implements Resealing {
        private final Map<String, byte[]> rows = new LinkedHashMap<>();
        private FieldSealing fields = new Unopened();

        void fill() {
            for (int row = 0; row < ROWS; row++) {
                String id = "row " + row;
                rows.put(id, fields.seal("books", Site.ascii(id), Site.ascii("subject " + row)));
            }
        }

        @Override
        public String purpose() {
            return "books";
        }

        @Override
        public int resealSome(int limit) {
            List<String> left = rows.keySet().stream()
                    .filter(id -> !fields.isCurrent("books", rows.getOrDefault(id, new byte[0])))
                    .limit(limit)
                    .toList();
            left.forEach(id -> rows.computeIfPresent(id, this::anew));
            return left.size();
        }

        private byte[] anew(String id, byte[] sealed) {
            return fields.seal("books", Site.ascii(id), fields.open("books", Site.ascii(id), sealed));
        }

        void requireReadable(FieldSealing with) {
            rows.forEach((id, row) -> assertThat(
                            new String(with.open("books", Site.ascii(id), row), StandardCharsets.US_ASCII))
                    .isEqualTo("subject " + id.substring(4)));
        }
    }

    /** Before the start there are no keys. */
    private static final class Unopened implements FieldSealing {
        @Override
        public byte[] seal(String purpose, byte[] context, byte[] plain) {
            throw new IllegalStateException();
        }

        @Override
        public byte[] open(String purpose, byte[] context, byte[] sealed) {
            throw new IllegalStateException();
        }

        @Override
        public boolean isCurrent(String purpose, byte[] sealed) {
            throw new IllegalStateException();
        }

        @Override
        public byte[] currentPrefix(String purpose) {
            throw new IllegalStateException();
        }
    }

    private Site.Running start(CrashPoints crash) {
        Site.Running running = site.start(crash, books);
        books.fields = running.fields();
        return running;
    }

    private static void workOff(Site.Running running) {
        boolean more = true;
        while (more) {
            more = running.work().piece();
        }
    }

    private List<Integer> versions(Site.Running running) {
        return running.work().dataKeys().stream()
                .filter(key -> key.purpose().equals("books") && key.place() == DataKey.Place.DATABASE)
                .map(DataKey::version)
                .toList();
    }

    @Test
    void movesEverythingInTheBackgroundAndDestroysTheOldKeyMuchLater() {
        Site.Running running = start(CrashPoints.none());
        books.fill();
        assertThat(running.work().rotate(What.DATA_KEYS)).isInstanceOf(KeyRotation.Outcome.Begun.class);
        books.requireReadable(running.fields());
        assertThat(running.work().piece()).isTrue();
        assertThat(running.work().progress().orElseThrow().purposes()).contains("books");
        assertThat(running.work().rotate(What.DATA_KEYS)).isInstanceOf(KeyRotation.Outcome.Refused.class);
        workOff(running);
        assertThat(books.rows.values()).allMatch(row -> running.fields().isCurrent("books", row));
        assertThat(versions(running)).containsExactly(2, 1);
        site.clock.advance(Site.KEPT.plus(Duration.ofSeconds(1)));
        workOff(running);
        assertThat(versions(running)).containsExactly(2);
        assertThat(running.work().progress()).isEmpty();
        books.requireReadable(start(CrashPoints.none()).fields());
    }

    @Test
    void keepsAKeyUnderWhichAProcessSealedLate() {
        Site.Running late = start(CrashPoints.none());
        books.fill();
        Site.Running running = start(CrashPoints.none());
        assertThat(running.work().rotate(What.DATA_KEYS)).isInstanceOf(KeyRotation.Outcome.Begun.class);
        workOff(running);
        site.clock.advance(Site.KEPT.plus(Duration.ofSeconds(1)));
        books.rows.put("row 7", late.fields().seal("books", Site.ascii("row 7"), Site.ascii("subject 7")));
        workOff(running);
        books.requireReadable(running.fields());
        books.requireReadable(late.fields());
    }

    @Test
    void aDestroyedKeyIsGoneForEveryoneWhoKeptOldRows() {
        Site.Running running = start(CrashPoints.none());
        books.fill();
        byte[] copy = books.rows.getOrDefault("row 1", new byte[0]).clone();
        assertThat(running.work().rotate(What.DATA_KEYS)).isInstanceOf(KeyRotation.Outcome.Begun.class);
        workOff(running);
        site.clock.advance(Site.KEPT.plus(Duration.ofSeconds(1)));
        workOff(running);
        FieldSealing after = start(CrashPoints.none()).fields();
        assertThatThrownBy(() -> after.open("books", Site.ascii("row 1"), copy))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"protection.local-renewed", "protection.database-renewed", "protection.batch-resealed"})
    void survivesAKillAtEachStep(String place) {
        assertThat(start(CrashPoints.none())).isNotNull();
        books.fill();
        Site.Running killed = start(Site.killedAt(place));
        assertThatThrownBy(() -> {
                    KeyRotation.Outcome _ = killed.work().rotate(What.DATA_KEYS);
                    workOff(killed);
                })
                .isInstanceOf(Site.Killed.class);
        Site.Running again = start(CrashPoints.none());
        books.requireReadable(again.fields());
        workOff(again);
        books.requireReadable(again.fields());
        assertThat(books.rows.values()).allMatch(row -> again.fields().isCurrent("books", row));
    }
}
