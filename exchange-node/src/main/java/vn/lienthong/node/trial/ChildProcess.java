package vn.lienthong.node.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A server of this same program in a process of its own. It ends with this process, also when this process is killed: see
 * {@link SupervisedCommand}.
 */
final class ChildProcess {

    private final String name;
    private final Process process;
    private final LogTail tail = new LogTail();
    private final Path log;
    private final long begun = System.nanoTime();
    private volatile Consumer<String> listener;

    private ChildProcess(String name, Process process, Path log, Consumer<String> listener) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.listener = listener;
    }

    /**
     * Starts it.
     *
     * @param name for people
     * @param jvm options of the virtual machine
     * @param program what is run
     * @param command the program's command and arguments
     * @param log file that takes what it prints
     * @param listener hears each line until {@link #hush}
     */
    static ChildProcess start(
            String name, List<String> jvm, Program program, List<String> command, Path log, Consumer<String> listener)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvm);
        line.addAll(program.arguments());
        line.add("supervised");
        line.addAll(command);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        ChildProcess child = new ChildProcess(name, process, log, listener);
        Thread.ofPlatform().daemon().name("output of " + name).start(child::copyOutput);
        return child;
    }

    private void copyOutput() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
                Writer out = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                tail.add(line);
                out.write(line + "\n");
                out.flush();
                listener.accept(line);
            }
        } catch (IOException closed) {
            tail.add("(its output ended: " + closed.getMessage() + ")");
        }
    }

    /** No more lines to the listener: the start is over. */
    void hush() {
        listener = line -> {};
    }

    /** How long ago it was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Done when it ends, for whatever reason. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** How it is, with the last lines that it printed. */
    String account() {
        String state = isAlive() ? "still running" : "ended with exit code " + process.exitValue();
        return name + " " + state + "; log: " + log + "\n" + tail.text();
    }

    /** Ends it as {@code kill -9} does: nothing of it runs any more, and what it had started goes on. */
    void kill() {
        process.destroyForcibly();
    }

    /** Asks it to end. */
    void askToStop() {
        process.destroy();
    }

    /** Waits for its end; kills it when the time is over. Returns whether it ended by itself. */
    boolean awaitEnd(Duration atMost) {
        try {
            if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
    }
}
