package vn.lienthong.node.dropfolder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRaceTest {

    private static final int PROCESSES = 4;
    private static final int DROPS = 20;

    @TempDir
    private Path parent;

    @Test
    void sendsEachDropOnceWhenSeveralProcessesHaveOneFolder()
            throws IOException, InterruptedException, ExecutionException {
        FolderUnderTest folder = new FolderUnderTest(parent);
        for (int i = 0; i < DROPS; i++) {
            folder.dropDocument("cv-" + i);
        }
        folder.inbox.arrive(7);
        CyclicBarrier start = new CyclicBarrier(PROCESSES);
        try (ExecutorService processes = Executors.newFixedThreadPool(PROCESSES)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                AgencyFolder process = folder.process();
                Callable<Void> rounds = () -> {
                    start.await();
                    for (int round = 0; round < 10; round++) {
                        process.round();
                    }
                    return null;
                };
                all.add(processes.submit(rounds));
            }
            for (Future<?> one : all) {
                assertThat(one.get()).isNull();
            }
        }

        assertThat(folder.doors.calls()).isEqualTo(DROPS);
        assertThat(folder.names("sent")).hasSize(2 * DROPS);
        assertThat(folder.names("in")).containsExactly("7");
    }
}
