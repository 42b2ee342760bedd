package vn.lienthong.node.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Another Java process with the class path of the tests, to be killed as a power cut would. */
public final class ChildProcess implements AutoCloseable {

    private static final int LIMIT_SECONDS = 120;

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts the main class.
     *
     * @param options of the Java machine, as {@code -Dname=value}
     */
    public static ChildProcess start(Class<?> main, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ChildProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The next line that the process prints; empty at its end. */
    public Optional<String> nextLine() throws IOException {
        return Optional.ofNullable(output.readLine());
    }

    /** Reads on to the line that contains the text. */
    public String awaitLine(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        for (Optional<String> line = nextLine(); line.isPresent(); line = nextLine()) {
            if (line.get().contains(text)) {
                return line.get();
            }
            read.append(line.get()).append('\n');
        }
        throw new AssertionError("ended without printing '" + text + "':\n" + read);
    }

    /** Kills it with signal 9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as the operator does. */
    public void terminate() {
        // Through the handle: the process object would close its output at once.
        if (!process.toHandle().destroy()) {
            throw new AssertionError("cannot be asked to end");
        }
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
