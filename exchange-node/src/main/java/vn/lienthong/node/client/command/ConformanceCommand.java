package vn.lienthong.node.client.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.SandboxClient;

/** Shows what a sandbox has seen of a program, and keeps the report. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = "Shows what a sandbox has seen of the program that uses this key; with --begin starts a new run.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that is required was seen; with --begin: the run began",
            "1:something is missing, or the node refused (an ordinary node has no sandbox)",
            "2:the command line is not right",
            "3:node or file not usable"
        })
final class ConformanceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Option(
            names = "--begin",
            paramLabel = "NAME",
            description = "Begin a new run of the program with this name: only what happens from now on counts.")
    private @Nullable String begin;

    @Option(names = "--json", paramLabel = "FILE", description = "Keep the report, as JSON, in this new file.")
    private @Nullable Path json;

    @Option(
            names = "--pdf",
            paramLabel = "FILE",
            description = "Keep the report, on a page sealed by the node, in this new file.")
    private @Nullable Path pdf;

    @Override
    public Integer call() {
        try (SandboxClient client = SandboxClient.open(remote.connection())) {
            if (begin != null) {
                SandboxClient.Report begun = client.begin(begin).orThrow();
                spec.commandLine().getOut().println("Lần thử / Run: " + begun.runId());
                return Outcome.DONE;
            }
            return show(client);
        } catch (RefusedException refused) {
            spec.commandLine().getErr().println("Bị từ chối / Refused: " + refused.getMessage());
            return Outcome.REFUSED;
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        }
    }

    private int show(SandboxClient client) throws IOException, RefusedException {
        SandboxClient.Report report = client.conformance().orThrow();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.agency() + "  " + report.system() + "  " + report.runId());
        for (SandboxClient.Check check : report.checks()) {
            out.println((check.seenAt() == null ? "[ ] " : "[x] ") + check.vietnamese() + " / " + check.english()
                    + (check.required() ? "" : "  (không bắt buộc / optional)"));
        }
        out.println(report.isPassed() ? "ĐẠT / PASSED" : "CHƯA ĐẠT / NOT PASSED");
        if (json != null) {
            keep(json, client.report());
        }
        if (pdf != null) {
            keep(pdf, client.certificate());
        }
        return report.isPassed() ? Outcome.DONE : Outcome.REFUSED;
    }

    private static void keep(Path file, Answer<byte[]> octets) throws IOException, RefusedException {
        Files.write(file, octets.orThrow(), StandardOpenOption.CREATE_NEW);
    }
}
