package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.KeyRotation;
import vn.lienthong.node.protection.KeyRotation.What;
import vn.lienthong.node.protection.MasterKeyState.Origin;
import vn.lienthong.node.testing.SoftToken;

/** A master key that is wrapped by a key of a token. */
class MasterKeyTokenIT {

    private static final byte[] ROW = Site.ascii("row 1");
    private static final byte[] SUBJECT = Site.ascii("subject");

    private final Site site = new Site(new MemoryRows());
    private final SoftToken token;

    MasterKeyTokenIT() throws IOException {
        token = SoftToken.initialise("lt-master");
    }

    @BeforeEach
    void demandsTheToken() {
        site.token = token.forMasterKey();
    }

    private byte[] sealedBefore() throws IOException {
        Site.Running running = site.start();
        assertThat(running.local().secrets(CrashPoints.none()).readOrDraw("keys/password", 32))
                .isNotNull();
        return running.fields().seal("books", ROW, SUBJECT);
    }

    private void requireOpens(byte[] sealed) throws IOException {
        Site.Running again = site.start();
        assertThat(again.local().master().origin()).isEqualTo(Origin.TOKEN);
        assertThat(again.fields().open("books", ROW, sealed)).isEqualTo(SUBJECT);
        assertThat(again.local().secrets(CrashPoints.none()).read("keys/password"))
                .isPresent();
    }

    @Test
    void opensNothingWithoutTheTokenAndDrawsNoOtherKey() throws IOException {
        byte[] sealed = sealedBefore();
        requireOpens(sealed);
        assertThat(site.secret("master-key")).doesNotExist();
        assertThat(site.secret("master-key.wrapped")).exists();
        token.pullOut();
        assertThatThrownBy(site::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("LT-9003");
        token.putIn();
        site.token = null;
        assertThatThrownBy(site::start).as("a copy, elsewhere").isInstanceOf(StartRefusedException.class);
        assertThat(site.secret("master-key")).doesNotExist();
        site.token = token.forMasterKey();
        requireOpens(sealed);
    }

    @Test
    void opensNothingWithAnotherToken() throws IOException {
        byte[] sealed = sealedBefore();
        site.token = SoftToken.initialise("lt-stolen").forMasterKey();
        assertThatThrownBy(site::start).isInstanceOf(StartRefusedException.class);
        site.token = token.forMasterKey();
        requireOpens(sealed);
    }

    @Test
    void takesTheKeyOfADataDirectoryIntoTheToken() throws IOException {
        site.token = null;
        byte[] sealed = sealedBefore();
        assertThat(site.secret("master-key")).exists();
        site.token = token.forMasterKey();
        requireOpens(sealed);
        assertThat(site.secret("master-key")).doesNotExist();
    }

    @Test
    void drawsANewOneByItselfWhenItIsRotated() throws IOException {
        byte[] sealed = sealedBefore();
        String before = site.local().master().target().id();
        assertThat(site.start().work().rotate(What.MASTER_KEY)).isInstanceOf(KeyRotation.Outcome.Begun.class);
        requireOpens(sealed);
        assertThat(site.local().master().target().id()).isNotEqualTo(before);
        assertThat(site.secret("master-key.wrapped.next")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"protection.next-durable", "protection.local-rewrapped", "protection.database-rewrapped"})
    void survivesAKillAtEachStepOfARotation(String place) throws IOException {
        byte[] sealed = sealedBefore();
        Site.Running running = site.start();
        RotationWork dying = site.dying(running, place);
        assertThatThrownBy(() -> dying.rotate(What.MASTER_KEY)).isInstanceOf(Site.Killed.class);
        requireOpens(sealed);
        assertThat(site.secret("master-key.wrapped.next")).doesNotExist();
        requireOpens(sealed);
    }
}
