package vn.lienthong.node.database.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends the server that a killed process left running. Stopping and not adopting it: the new one then runs with the
 * options and the program of today, as a child whose end is noticed, and it costs a tenth of a second.
 */
final class AbandonedServer {

    private static final int ORDERLY_MILLIS = 1500;
    private static final int FORCED_SECONDS = 10;

    private AbandonedServer() {}

    static void stop(ServerFiles files) throws IOException, InterruptedException {
        Optional<ProcessHandle> found = processOf(files);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle server = found.get();
        server.destroy();
        if (!ended(server, ORDERLY_MILLIS, TimeUnit.MILLISECONDS)) {
            // Safe at any moment: the log of the tables is replayed at the next start.
            server.destroyForcibly();
            if (!ended(server, FORCED_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(
                        "the database server left by an earlier run does not end: process " + server.pid());
            }
        }
    }

    private static Optional<ProcessHandle> processOf(ServerFiles files) throws IOException {
        Path file = files.processId();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        // The number may long belong to some other program: only a server of these very files is ended.
        return ProcessHandle.of(Long.parseLong(text)).filter(process -> serves(process, files));
    }

    private static boolean serves(ProcessHandle process, ServerFiles files) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains("--datadir=" + files.data()))
                .orElse(false);
    }

    private static boolean ended(ProcessHandle process, long limit, TimeUnit unit) throws InterruptedException {
        try {
            process.onExit().get(limit, unit);
            return true;
        } catch (ExecutionException | TimeoutException notYet) {
            return !process.isAlive();
        }
    }
}
