package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.database.RunningDatabase;
import vn.lienthong.node.platform.CrashPoints;

/** One server of an exchange: started, killed and started again at the same place. For one thread at a time. */
final class ServerUnderTest implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String HEAP = "256m";
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Endpoints.Installation place;
    private final Path logs;
    private final List<String> command;
    private final Narrator narrator;
    private Optional<ChildProcess> process = Optional.empty();

    ServerUnderTest(Endpoints.Installation place, Path logs, List<String> command, Narrator narrator) {
        this.place = place;
        this.logs = logs;
        this.command = List.copyOf(command);
        this.narrator = narrator;
    }

    Path data() {
        return Path.of(place.dataDirectory());
    }

    /** Its log as people see it, and whatever its virtual machine complained about. */
    Path console() {
        return logs.resolve(place.id() + ".log");
    }

    Path collectorLog() {
        return logs.resolve(place.id() + "-gc.log");
    }

    ChildProcess process() {
        return process.orElseThrow(() -> new AssertionError(place.id() + " was never started"));
    }

    boolean isAlive() {
        return process.filter(ChildProcess::isAlive).isPresent();
    }

    /** Starts it without waiting. */
    void start() throws IOException {
        start(ProgramUnderTest.quickStart());
    }

    /** Starts it as in production, with the compiler that takes longer and makes ciphers fast. */
    void startForLoad() throws IOException {
        start(List.of());
    }

    /** Starts it so that it kills itself at the place, {@code name} or {@code name:n}. See {@link CrashPoints}. */
    void startToCrashAt(String crashPoint) throws IOException {
        List<String> options = new ArrayList<>(ProgramUnderTest.quickStart());
        options.add("-Dlienthong.crash-at=" + crashPoint);
        start(options);
    }

    private void start(List<String> more) throws IOException {
        if (isAlive()) {
            throw new IllegalStateException(place.id() + " runs already");
        }
        Path temporary = Files.createDirectories(data().resolve("temporary"));
        List<String> jvm = new ArrayList<>(JvmOptions.withHeap(HEAP));
        jvm.add("-XX:+UseSerialGC");
        jvm.add("-Xlog:gc:file=" + collectorLog());
        jvm.add("-Djava.io.tmpdir=" + temporary);
        jvm.add("-Dlienthong.testing=true");
        jvm.add("-Dlienthong.log.stamping=1s");
        jvm.addAll(more);
        process = Optional.of(ChildProcess.start(
                place.id(), jvm, Program.ofJar(ProgramUnderTest.jar()), command, console(), line -> {}));
    }

    /** Waits until it answers. */
    void awaitReady() {
        try {
            new Readiness(narrator, PATIENCE).awaitReady(place, process());
        } catch (StepFailedException late) {
            throw new AssertionError(late);
        }
    }

    /** Waits until it has ended by itself. */
    boolean awaitEnd(Duration limit) {
        Deadline deadline = Deadline.in(limit);
        while (isAlive()) {
            if (!deadline.rest()) {
                return false;
            }
        }
        return true;
    }

    /** Signal 9, to the program and not to its database. */
    void kill() {
        process().kill();
        if (!awaitEnd(STOP)) {
            throw new AssertionError(place.id() + " cannot be killed");
        }
    }

    /** Signal 9 to the embedded database only. */
    void killDatabase() throws IOException {
        Optional<ProcessHandle> server = RunningDatabase.server(data());
        server.ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Stops it as an operator does. */
    void stop() {
        process.ifPresent(child -> {
            child.askToStop();
            if (!child.awaitEnd(STOP)) {
                narrator.say(place.id() + " did not stop in time and was killed");
            }
        });
    }

    @Override
    public void close() throws IOException {
        stop();
        Optional<ProcessHandle> abandoned = RunningDatabase.server(data());
        abandoned.ifPresent(ProcessHandle::destroy);
    }
}
