package vn.lienthong.node.client.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.DocumentSummary;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.Inbox;

/** Lists what waits for an agency, or takes it. */
@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        description = "Lists what waits for the agency; with --take downloads, checks and acknowledges it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:listed, or everything taken",
            "1:something was refused or did not match its digest; it stays in the inbox",
            "2:the command line is not right",
            "3:node or file not usable"
        })
final class InboxCommand implements Callable<Integer> {

    private static final int PAGE = 50;
    private static final int MOST_HELD = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Option(
            names = "--take",
            paramLabel = "DIR",
            description = "Download every package into this directory, check it and acknowledge it.")
    private @Nullable Path target;

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "25",
            defaultValue = "0",
            paramLabel = "SECONDS",
            description = "When there is nothing, wait for something, at most 30 seconds.")
    private int waitSeconds;

    @Override
    public Integer call() {
        try (ExchangeClient client = remote.open()) {
            return pages(client);
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        }
    }

    private int pages(ExchangeClient client) throws IOException {
        Duration held = Duration.ofSeconds(Math.clamp(waitSeconds, 0, MOST_HELD));
        long after = 0;
        int outcome = Outcome.DONE;
        while (true) {
            Answer<Inbox> answer = client.inbox(after, PAGE, held);
            if (answer instanceof Answer.Refused<Inbox>(var problem)) {
                spec.commandLine().getErr().println(problem.readable());
                return Outcome.REFUSED;
            }
            Inbox page = ((Answer.Given<Inbox>) answer).value();
            for (Inbox.Entry entry : page.entries()) {
                outcome = Math.max(outcome, handle(client, entry));
            }
            Long next = page.next();
            if (next == null || next <= after || page.entries().isEmpty()) {
                return outcome;
            }
            after = next;
            held = Duration.ZERO;
        }
    }

    private int handle(ExchangeClient client, Inbox.Entry entry) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        DocumentSummary document = entry.document();
        out.println(entry.entryId() + "  " + entry.receivedAt() + "  " + entry.sender() + "  "
                + (document == null ? "" : document.number()) + "  " + entry.packageSize() + " B");
        if (target == null) {
            return Outcome.DONE;
        }
        return switch (new TakeEntry(client, target).take(entry)) {
            case TakeEntry.Taken(Path file) -> {
                out.println("  → " + file);
                yield Outcome.DONE;
            }
            case TakeEntry.Left(String reason) -> {
                spec.commandLine().getErr().println("  " + entry.entryId() + ": " + reason);
                yield Outcome.REFUSED;
            }
        };
    }
}
