package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.KeyRotation;
import vn.lienthong.node.protection.KeyRotation.What;

class RotationTest {

    private static final byte[] ROW = Site.ascii("row 1");
    private static final byte[] SUBJECT = Site.ascii("subject");

    private final Site site = new Site(new MemoryRows());

    private byte[] sealedBefore() throws IOException {
        Site.Running running = site.start();
        assertThat(running.local().secrets(CrashPoints.none()).readOrDraw("keys/password", 32))
                .isNotNull();
        return running.fields().seal("books", ROW, SUBJECT);
    }

    private void requireOpens(byte[] sealed) throws IOException {
        Site.Running again = site.start();
        assertThat(again.fields().open("books", ROW, sealed)).isEqualTo(SUBJECT);
        assertThat(again.local().secrets(CrashPoints.none()).read("keys/password"))
                .isPresent();
    }

    @Test
    void aNewMasterKeyOpensEverythingAndTheOldOneNothing() throws IOException {
        byte[] sealed = sealedBefore();
        byte[] old = Files.readAllBytes(site.secret("master-key"));
        assertThat(site.start().work().rotate(What.MASTER_KEY)).isInstanceOf(KeyRotation.Outcome.Begun.class);
        assertThat(site.secret("master-key.next")).doesNotExist();
        requireOpens(sealed);
        Files.delete(site.secret("master-key"));
        Files.write(site.secret("master-key"), old);
        Files.setPosixFilePermissions(
                site.secret("master-key"), java.nio.file.attribute.PosixFilePermissions.fromString("r--------"));
        assertThatThrownBy(site::start).isInstanceOf(StartRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"protection.next-durable", "protection.local-rewrapped", "protection.database-rewrapped"})
    void aRotationOfTheMasterKeySurvivesAKillAtEachStep(String place) throws IOException {
        byte[] sealed = sealedBefore();
        RotationWork dying = site.dying(site.start(), place);
        assertThatThrownBy(() -> dying.rotate(What.MASTER_KEY)).isInstanceOf(Site.Killed.class);
        requireOpens(sealed);
        assertThat(site.secret("master-key.next")).doesNotExist();
        requireOpens(sealed);
    }

    @Test
    void aKeyFromOutsideIsRotatedWhenItsFollowerLiesBesideIt() throws IOException {
        Path file = site.outside();
        byte[] sealed = sealedBefore();
        Site.Running running = site.start();
        assertThat(running.work().rotate(What.MASTER_KEY))
                .isInstanceOfSatisfying(
                        KeyRotation.Outcome.Refused.class,
                        refused -> assertThat(refused.words()).contains(file + ".next"));
        Path next = file.resolveSibling("master-key.next");
        site.lay(next);
        assertThat(running.work().rotate(What.MASTER_KEY)).isInstanceOf(KeyRotation.Outcome.Begun.class);
        requireOpens(sealed);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        requireOpens(sealed);
    }

    @Test
    void aKeyThatMovesOutsideLeavesNoneInTheDataDirectory() throws IOException {
        byte[] sealed = sealedBefore();
        assertThat(site.secret("master-key")).exists();
        site.outside();
        requireOpens(sealed);
        assertThat(site.secret("master-key")).doesNotExist();
        site.masterKey = null;
        assertThatThrownBy(site::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protection.local-rewrapped", "protection.database-rewrapped"})
    void aMoveSurvivesAKillAtEachStep(String place) throws IOException {
        byte[] sealed = sealedBefore();
        site.outside();
        assertThatThrownBy(() -> site.start(Site.killedAt(place))).isInstanceOf(Site.Killed.class);
        requireOpens(sealed);
        assertThat(site.secret("master-key")).doesNotExist();
    }

    @Test
    void theOtherProcessOnTheDatabaseFollowsARotation() throws IOException {
        Path file = site.outside();
        Site other = new Site(site.table);
        other.masterKey = file;
        Site.Running one = site.start();
        Site.Running two = other.start();
        byte[] sealed = two.fields().seal("books", ROW, SUBJECT);
        Path next = file.resolveSibling("master-key.next");
        site.lay(next);
        assertThat(one.work().rotate(What.MASTER_KEY)).isInstanceOf(KeyRotation.Outcome.Begun.class);
        byte[] first = two.fields().seal("drafts", ROW, SUBJECT);
        boolean _ = two.work().piece();
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        for (Site each : List.of(site, other)) {
            assertThat(each.start().fields().open("books", ROW, sealed)).isEqualTo(SUBJECT);
            assertThat(each.start().fields().open("drafts", ROW, first)).isEqualTo(SUBJECT);
        }
    }

    @Test
    void aRotationThatCannotBeRecordedIsNotDone() throws IOException {
        Site.Running running = site.start();
        RotationWork unrecorded = new RotationWork(
                running.local(),
                DatabaseKeys.open(site.table, running.local(), CrashPoints.none(), site.random, site.clock),
                new RotationWork.Parts(
                        List::of,
                        Duration.ZERO,
                        _ -> {
                            throw new IllegalStateException("the log is full");
                        },
                        CrashPoints.none(),
                        site.clock));
        List<WrappedKey> before = site.table.load();
        assertThatThrownBy(() -> unrecorded.rotate(What.MASTER_KEY)).hasMessageContaining("full");
        assertThatThrownBy(() -> unrecorded.rotate(What.DATA_KEYS)).hasMessageContaining("full");
        assertThat(site.table.load()).isEqualTo(before);
    }
}
