package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.NodeStatus;
import vn.lienthong.node.platform.Secret;

/** Waits for servers to become what they must be, never longer than allowed, and says what is wrong when they do not. */
final class Readiness {

    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

    private final Narrator narrator;
    private final Duration limit;

    Readiness(Narrator narrator, Duration limit) {
        this.narrator = narrator;
        this.limit = limit;
    }

    /** Waits until the server answers its status over TLS by the pinned authority. */
    void awaitReady(Endpoints.Installation installation, ChildProcess process) throws StepFailedException {
        Deadline deadline = Deadline.in(limit);
        Path anchor = Path.of(installation.caCertificate());
        String last = "no " + anchor.getFileName() + " yet";
        while (true) {
            if (Files.exists(anchor)) {
                Optional<String> fault = probe(installation, anchor);
                if (fault.isEmpty()) {
                    narrator.say(
                            installation.name() + " (" + installation.id() + ")",
                            "ready after " + process.age().toMillis() + " ms, with "
                                    + ProcessFigures.cpu(process.handle()).toMillis() + " ms of CPU");
                    process.hush();
                    return;
                }
                last = fault.get();
            }
            pause(deadline, process, installation.id() + " sẵn sàng / ready", last);
        }
    }

    private static Optional<String> probe(Endpoints.Installation installation, Path anchor) {
        Connection connection =
                new Connection(installation.baseUrl(), Optional.of(anchor), Optional.empty(), PROBE_PATIENCE);
        try (ExchangeClient client = ExchangeClient.open(connection)) {
            return switch (client.status()) {
                case Answer.Given<NodeStatus> ready -> Optional.empty();
                case Answer.Refused<NodeStatus>(var problem) -> Optional.of(problem.readable());
            };
        } catch (IOException notYet) {
            return Optional.of(String.valueOf(notYet.getMessage()));
        }
    }

    /** Waits until the server has written a key with the scope for the agency. */
    FirstAccounts awaitKey(ChildProcess process, Path file, String scope, @Nullable String agency)
            throws StepFailedException, IOException {
        Deadline deadline = Deadline.in(limit);
        while (true) {
            Optional<FirstAccounts> accounts = FirstAccounts.read(file)
                    .filter(all -> all.keyFor(scope, agency).isPresent());
            if (accounts.isPresent()) {
                return accounts.get();
            }
            pause(deadline, process, process.name() + " khóa API / API key", "no key with " + scope + " in " + file);
        }
    }

    /** Waits until the node's own copy of the directory lists every agency of the trial with keys. */
    void awaitRoutes(Endpoints.Installation node, Endpoints endpoints) throws StepFailedException, IOException {
        Deadline deadline = Deadline.in(limit);
        Optional<Secret> key = Optional.ofNullable(node.apiKey()).map(Secret::new);
        Connection connection = Connection.to(node.baseUrl(), Optional.of(Path.of(node.caCertificate())), key);
        try (DirectoryClient directory = DirectoryClient.open(connection)) {
            List<String> codes = endpoints.nodes().stream()
                    .flatMap(other -> other.agencyCodes().stream())
                    .toList();
            for (String code : codes) {
                while (!knows(directory, code)) {
                    if (!deadline.rest()) {
                        throw new StepFailedException(
                                node.id() + " biết nơi nhận / knows the recipients",
                                "after " + limit.toSeconds() + " s its copy does not list " + code + " with keys");
                    }
                }
            }
        }
    }

    private static boolean knows(DirectoryClient directory, String code) throws IOException {
        return switch (directory.search(code)) {
            case Answer.Given<DirectoryClient.AgencyPage>(var page) ->
                page.agencies().stream().anyMatch(agency -> agency.code().equals(code) && agency.hasKeys());
            case Answer.Refused<DirectoryClient.AgencyPage>(var problem) -> throw new IOException(problem.readable());
        };
    }

    private void pause(Deadline deadline, ChildProcess process, String step, String last) throws StepFailedException {
        if (!process.isAlive()) {
            throw new StepFailedException(step, process.account());
        }
        if (!deadline.rest()) {
            throw new StepFailedException(
                    step, "not within " + limit.toSeconds() + " s (" + last + "); " + process.account());
        }
    }
}
