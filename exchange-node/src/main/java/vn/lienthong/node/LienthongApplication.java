package vn.lienthong.node;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import picocli.CommandLine;

/** The program: an exchange node, the central directory, or one of the tools, by its first argument. */
// Modules name their classes as they please: two of one name are two beans.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class LienthongApplication {

    /** Runs the command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Clock.system(ZoneId.systemDefault())).execute(arguments));
    }

    /** The command line with all its sub-commands; prints to the writers that are set on it. */
    static CommandLine commandLine(Clock clock) {
        CommandLine root = new CommandLine(new RootCommand());
        SubCommands.all(clock).forEach(root::addSubcommand);
        Optional.ofNullable(root.getSubcommands().get("bench"))
                .ifPresent(bench -> SubCommands.benchmarks(clock).forEach(bench::addSubcommand));
        Optional.ofNullable(root.getSubcommands().get("directory"))
                .ifPresent(directory -> SubCommands.ofDirectory().forEach(directory::addSubcommand));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler(new FailureInPlainWords());
        return root;
    }
}
