package vn.lienthong.node.trial;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Unpacks the program and makes the cache with which it starts several times faster. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description =
                "Unpacks the program into a directory and makes a cache of classes there, with which it starts several"
                        + " times faster on this machine: java -XX:AOTCache=DIR/lienthong.aot -jar DIR/lienthong.jar …",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:no cache; what was unpacked can be run", "2:the command line is not right"})
final class PrepareCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "Is replaced when it is there.")
    private @Nullable Path into;

    PrepareCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        QuietLibraries.please();
        Narrator narrator = new Narrator(spec.commandLine().getErr());
        Path jar = ownJar();
        Path directory = target();
        TrialPlace place = TrialPlace.choose(Optional.empty(), "prepare", true, clock);
        try {
            narrator.part("Chuẩn bị khởi động nhanh, một lần", "Prepare quick starts, once");
            Path unpacked = unpack(jar, directory);
            new Training(unpacked, narrator).run(place);
            narrator.say(QuickStart.cacheOf(unpacked).toString());
            return 0;
        } catch (StepFailedException | IOException failed) {
            narrator.say("không có bộ đệm lớp; xóa " + directory + " để thử lại", "delete it to try again");
            narrator.say(String.valueOf(failed.getMessage()));
            remember(directory, failed);
            return 1;
        } finally {
            place.leave(narrator);
        }
    }

    // A machine on which it fails is not to try again before every start.
    private static void remember(Path directory, Exception failure) {
        try {
            Files.writeString(directory.resolve("no-cache"), failure.getMessage() + "\n");
        } catch (IOException unwritable) {
            failure.addSuppressed(unwritable);
        }
    }

    private Path target() {
        Path given = into;
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "--into is missing");
        }
        return given.toAbsolutePath().normalize();
    }

    private Path ownJar() {
        String classPath = System.getProperty("java.class.path");
        if (!classPath.endsWith(".jar") || classPath.indexOf(File.pathSeparatorChar) >= 0) {
            throw new ParameterException(spec.commandLine(), "only the jar can be prepared");
        }
        return Path.of(classPath).toAbsolutePath();
    }

    // Complete or not there at all, so that nobody starts half a program.
    private static Path unpack(Path jar, Path directory) throws IOException {
        Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
        PrivateFiles.deleteTree(fresh);
        Files.createDirectories(fresh);
        Path unpacked = UnpackedProgram.unpack(jar, fresh);
        PrivateFiles.deleteTree(directory);
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        return directory.resolve(unpacked.getFileName());
    }
}
