package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs another command until the process that started it goes away, however that ends: standard input is a pipe of the parent,
 * and the kernel closes it with the parent.
 */
@Command(name = "supervised", hidden = true, description = "Runs a command that ends with the process that started it.")
final class SupervisedCommand implements Callable<Integer> {

    private static final int PARENT_GONE = 143;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", description = "The command and its arguments.")
    private List<String> command = new ArrayList<>();

    /** A command line on which everything behind the name belongs to the other command. */
    static CommandLine commandLine() {
        CommandLine supervised = new CommandLine(new SupervisedCommand());
        supervised.setStopAtPositional(true);
        return supervised;
    }

    @Override
    public Integer call() {
        CommandLine other = spec.root().subcommands().get(command.getFirst());
        if (other == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "no command " + command.getFirst());
        }
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitAfter(System.in));
        return other.execute(command.subList(1, command.size()).toArray(String[]::new));
    }

    private static void exitAfter(InputStream parent) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // A broken pipe and a closed one say the same: nobody is there any more.
        }
        System.exit(PARENT_GONE);
    }
}
