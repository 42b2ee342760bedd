package vn.lienthong.node.client.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.Submission;

/** Sends a document through a node. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Sends a document with its files through a node.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted; with --wait: consigned everywhere",
            "1:refused",
            "2:the command line is not right",
            "3:node or file not usable",
            "4:accepted, but not everywhere consigned in time"
        })
final class SendCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Mixin
    private DocumentOptions document = new DocumentOptions();

    @Option(
            names = "--to",
            required = true,
            split = ",",
            paramLabel = "CODE",
            description = "Recipients' agency codes.")
    private List<String> recipients = new ArrayList<>();

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "A file; repeat for more, in order.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--allow-partial", description = "Send to the others when a recipient cannot be served.")
    private boolean allowPartial;

    @Option(
            names = "--acknowledge",
            split = ",",
            paramLabel = "WARNING",
            description = "Send in spite of these warnings: DUPLICATE_NUMBER, DUPLICATE_FILE.")
    private List<String> acknowledged = new ArrayList<>();

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "To repeat a call of which the answer was lost (default: a fresh one, printed).")
    private @Nullable String idempotencyKey;

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "120",
            paramLabel = "SECONDS",
            description = "Wait for the receipts, at most so long (default when given: 120).")
    private @Nullable Integer waitSeconds;

    SendCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ExchangeClient client = remote.open()) {
            Submission submission = submission();
            out.println("Idempotency-Key: " + submission.idempotencyKey());
            out.flush();
            return switch (client.submit(submission)) {
                case Answer.Refused<Dispatch>(var problem) -> refused(problem.readable());
                case Answer.Given<Dispatch>(Dispatch dispatch) -> accepted(client, dispatch, out);
            };
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        }
    }

    private Submission submission() throws IOException {
        List<AttachedFile> attached = new ArrayList<>();
        for (Path file : files) {
            attached.add(AttachedFile.of(file));
        }
        String key = idempotencyKey == null
                ? new TimeOrderedIds(clock, new SecureRandom()).next().toString()
                : idempotencyKey;
        Submission.Metadata metadata =
                new Submission.Metadata(recipients, allowPartial, null, document.members(clock), acknowledged);
        return new Submission(key, metadata, attached);
    }

    private int refused(String reason) {
        spec.commandLine().getErr().println("Bị từ chối / Refused: " + reason);
        return Outcome.REFUSED;
    }

    private int accepted(ExchangeClient client, Dispatch dispatch, PrintWriter out) throws IOException {
        out.println("Đã tiếp nhận / Accepted: " + dispatch.parcelId());
        for (Dispatch.RefusedRecipient refused : dispatch.refusedRecipients()) {
            out.println("  " + refused.recipient() + " không gửi được / not served: " + refused.code() + " "
                    + refused.message());
        }
        if (waitSeconds == null) {
            return Outcome.DONE;
        }
        ConsignmentWait wait = new ConsignmentWait(client, clock);
        return switch (wait.until(dispatch.parcelId(), "CONSIGNED", Duration.ofSeconds(waitSeconds))) {
            case Answer.Refused<Dispatch>(var problem) -> refused(problem.readable());
            case Answer.Given<Dispatch>(Dispatch last) -> reached(last, out);
        };
    }

    private static int reached(Dispatch last, PrintWriter out) {
        for (Dispatch.Delivery delivery : last.deliveries()) {
            out.println("  " + delivery.recipient() + " " + delivery.state() + " " + delivery.since());
        }
        if (last.arrivedEverywhere()) {
            return Outcome.DONE;
        }
        return last.settledEverywhere() ? Outcome.REFUSED : Outcome.NOT_YET;
    }
}
