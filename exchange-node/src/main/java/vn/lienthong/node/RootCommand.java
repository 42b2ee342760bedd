package vn.lienthong.node;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a sub-command: says how to use it. */
@Command(
        name = "lienthong",
        mixinStandardHelpOptions = true,
        version = "Liên thông 1.0.0",
        description = "Secure, provable document exchange between agencies.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the message and the log say why",
            "2:the command line is not right",
            "3:cannot start for a reason that you can mend"
        })
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
