package vn.lienthong.node.dropfolder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.node.platform.Rounds;

class FolderWatchTest {

    @TempDir
    private Path parent;

    @Test
    void hasARoundBeginWhenSomethingIsDropped() throws IOException, InterruptedException {
        FolderUnderTest folder = new FolderUnderTest(parent);
        CountDownLatch round = new CountDownLatch(1);
        Rounds rounds = Rounds.afterPause("test", Duration.ofHours(1), round::countDown);
        FolderWatch watch = new FolderWatch(List.of(folder.root), rounds);
        rounds.start();
        watch.start();

        folder.drop("a.xml", "<edXML/>");

        assertThat(round.await(20, TimeUnit.SECONDS)).isTrue();
        watch.stop();
        rounds.stop();
        assertThat(watch.isRunning()).isFalse();
    }

    @Test
    void isAtRestWithoutFolders() {
        FolderWatch watch = new FolderWatch(List.of(), Rounds.of("test", Duration.ofHours(1), () -> {}));

        watch.start();

        assertThat(watch.isRunning()).isFalse();
    }
}
