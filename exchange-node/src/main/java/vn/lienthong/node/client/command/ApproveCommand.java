package vn.lienthong.node.client.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.RefusedException;

/** Says which nodes may handle state secrets. Confirms nothing: that takes a second person, at a page of the directory. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes that a node may handle state secrets up to a level, or lowers its level; without a node lists"
                    + " what waits.",
            "A higher level counts when a second person has confirmed it at the directory's page /directory/approvals"
                    + " within seven days. A lower one counts at once."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:proposed, lowered or listed",
            "1:refused",
            "2:the command line is not right",
            "3:directory or file not usable"
        })
final class ApproveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Parameters(arity = "0..1", paramLabel = "NODE", description = "Name of the node.")
    private @Nullable String node;

    @Option(names = "--level", description = "One of: ${COMPLETION-CANDIDATES}. ORDINARY takes it away.")
    private @Nullable Secrecy level;

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why; shown to whoever confirms.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        try (DirectoryClient client = DirectoryClient.open(remote.connection())) {
            return node == null ? list(client) : wish(client, node);
        } catch (RefusedException refused) {
            spec.commandLine().getErr().println("Bị từ chối / Refused: " + refused.getMessage());
            return Outcome.REFUSED;
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        }
    }

    private int wish(DirectoryClient client, String which) throws IOException, RefusedException {
        if (level == null || reason == null || reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "a node needs --level and --reason");
        }
        DirectoryClient.Wished wished =
                client.approve(which, level.name(), reason).orThrow();
        spec.commandLine()
                .getOut()
                .println(
                        wished.proposalId() == null
                                ? "Đã công bố / Published: " + wished.sequence()
                                : "Chờ người thứ hai xác nhận tại /directory/approvals / A second person has to"
                                        + " confirm: "
                                        + wished.proposalId());
        return Outcome.DONE;
    }

    private int list(DirectoryClient client) throws IOException, RefusedException {
        for (DirectoryClient.Waiting waiting : client.approvals().orThrow().proposals()) {
            spec.commandLine()
                    .getOut()
                    .println(waiting.proposalId() + "  " + waiting.nodeId() + "  " + waiting.level() + "  "
                            + waiting.proposedAt() + " – " + waiting.expiresAt() + "  " + waiting.reason());
        }
        return Outcome.DONE;
    }
}
