package vn.lienthong.node.trial;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.platform.Secret;

/**
 * A directory and its nodes, started, enrolled and ready, until closed. A second start in the same directory goes on with the
 * same identities.
 */
final class Site implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final String NAME = "lienthong.name=";

    private final Path trial;
    private final Narrator narrator;
    private final ServerOptions options;
    private final List<Cast.Actor> actors;
    private final List<ChildProcess> children = new ArrayList<>();
    private Endpoints endpoints;
    private boolean closed;

    /**
     * How the servers are started.
     *
     * @param program what is run
     * @param jvm options of every virtual machine
     * @param ownJvm further options of single installations, by identifier
     * @param more further arguments of every server
     * @param gcLogs whether each writes what its collector did, for measuring
     * @param startLimit how long a server may take to be ready
     * @param stopLimit how long a server may take to stop before it is killed
     */
    record ServerOptions(
            Program program,
            List<String> jvm,
            Map<String, List<String>> ownJvm,
            List<String> more,
            boolean gcLogs,
            Duration startLimit,
            Duration stopLimit) {

        /** Copies the options. */
        ServerOptions {
            jvm = List.copyOf(jvm);
            ownJvm = Map.copyOf(ownJvm);
            more = List.copyOf(more);
        }

        /** The program of this process, with the given heap for each server. */
        static ServerOptions ofThisProgram(String heap, boolean gcLogs, Duration startLimit) {
            Program program = Program.ofThisProcess();
            List<String> jvm = new ArrayList<>(JvmOptions.withHeap(heap));
            jvm.addAll(program.quickStart());
            return new ServerOptions(program, jvm, Map.of(), List.of(), gcLogs, startLimit, STOP_LIMIT);
        }

        /** The same, with further arguments of every server. */
        ServerOptions with(List<String> arguments) {
            return new ServerOptions(program, jvm, ownJvm, arguments, gcLogs, startLimit, stopLimit);
        }
    }

    /** A site that is not started yet. */
    Site(Path trial, List<Cast.Actor> actors, Narrator narrator, ServerOptions options) throws IOException {
        this.trial = trial;
        this.narrator = narrator;
        this.options = options;
        this.actors = List.copyOf(actors);
        this.endpoints = SitePlan.in(trial, actors);
        PrivateFiles.createDirectory(trial.resolve("logs"));
    }

    /** Starts everything and waits until each node serves its agency and knows all the others. */
    void start() throws StepFailedException {
        try {
            Endpoints.Installation directory = endpoints.directory();
            ChildProcess process = launch(directory, directoryCommand(directory));
            Readiness readiness = new Readiness(narrator, options.startLimit());
            readiness.awaitReady(directory, process);
            FirstAccounts accounts = readiness.awaitKey(process, accountsFile(directory), "DIRECTORY_ADMIN", null);
            endpoints = withDirectory(accounts);
            try (Registration registration = Registration.open(trial, endpoints, actors, narrator)) {
                registration.registerAll();
                startNodes(readiness);
                registration.awaitKeys(options.startLimit());
            }
            endpoints.write(trial);
            for (Endpoints.Installation node : endpoints.nodes()) {
                readiness.awaitRoutes(node, endpoints);
            }
            endpoints = withAllLogins();
            endpoints.write(trial);
        } catch (IOException failed) {
            throw new StepFailedException("Khởi động / Start", failed);
        }
    }

    /** A server writes its key first; the log-ins that follow are there by the time everything runs. */
    private Endpoints withAllLogins() throws IOException {
        List<Endpoints.Installation> nodes = new ArrayList<>();
        for (Endpoints.Installation node : endpoints.nodes()) {
            nodes.add(withLogins(node));
        }
        return new Endpoints(withLogins(endpoints.directory()), nodes);
    }

    private Endpoints.Installation withLogins(Endpoints.Installation installation) throws IOException {
        String key = installation.apiKey();
        Optional<FirstAccounts> accounts = FirstAccounts.read(accountsFile(installation));
        return key == null || accounts.isEmpty()
                ? installation
                : installation.with(key, accounts.get().logins());
    }

    private Endpoints withDirectory(FirstAccounts accounts) throws StepFailedException {
        String key = accounts.keyFor("DIRECTORY_ADMIN", null)
                .orElseThrow(() -> new StepFailedException("Danh mục / Directory", "it made no key"));
        return new Endpoints(endpoints.directory().with(key, accounts.logins()), endpoints.nodes());
    }

    private void startNodes(Readiness readiness) throws IOException, StepFailedException {
        List<ChildProcess> processes = new ArrayList<>();
        for (Endpoints.Installation node : endpoints.nodes()) {
            processes.add(launch(node, nodeCommand(node)));
        }
        List<Endpoints.Installation> ready = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            Endpoints.Installation node = endpoints.nodes().get(i);
            readiness.awaitReady(node, processes.get(i));
            FirstAccounts accounts = readiness.awaitKey(processes.get(i), accountsFile(node), "SUBMIT", node.agency());
            String key = accounts.keyFor("SUBMIT", node.agency())
                    .orElseThrow(() -> new StepFailedException(node.id(), "it made no key"));
            ready.add(node.with(key, accounts.logins()));
        }
        endpoints = new Endpoints(endpoints.directory(), ready);
    }

    private synchronized ChildProcess launch(Endpoints.Installation installation, List<String> command)
            throws IOException {
        if (closed) {
            throw new IOException("stopped");
        }
        Path log = trial.resolve("logs").resolve(installation.id() + ".log");
        List<String> jvm = new ArrayList<>(options.jvm());
        jvm.addAll(options.ownJvm().getOrDefault(installation.id(), List.of()));
        if (options.gcLogs()) {
            jvm.add("-Xlog:gc:file=" + gcLog(installation.id()));
        }
        ChildProcess child = ChildProcess.start(
                installation.id(),
                jvm,
                options.program(),
                command,
                log,
                line -> narrator.say("[" + installation.id() + "] " + line));
        children.add(child);
        return child;
    }

    private List<String> directoryCommand(Endpoints.Installation directory) {
        List<String> command = new ArrayList<>(List.of(
                "directory",
                "--data",
                directory.dataDirectory(),
                "--port",
                port(directory.baseUrl()),
                "--exchange-port",
                port(directory.exchangeUrl()),
                "--first-accounts",
                accountsFile(directory).toString(),
                "--set",
                NAME + directory.name()));
        command.addAll(options.more());
        return command;
    }

    private List<String> nodeCommand(Endpoints.Installation node) {
        List<String> command = new ArrayList<>(List.of(
                "node",
                "--data",
                node.dataDirectory(),
                "--port",
                port(node.baseUrl()),
                "--exchange-port",
                port(node.exchangeUrl()),
                "--exchange-url",
                node.exchangeUrl().toString(),
                "--directory",
                endpoints.directory().baseUrl().toString(),
                "--first-accounts",
                accountsFile(node).toString(),
                "--set",
                NAME + node.name()));
        Path token = Registration.tokenFile(trial, node);
        if (Files.exists(token)) {
            command.add("--enrol-token-file");
            command.add(token.toString());
        }
        command.addAll(options.more());
        return command;
    }

    private static String port(URI url) {
        return Integer.toString(url.getPort());
    }

    private Path accountsFile(Endpoints.Installation installation) {
        return trial.resolve(installation.id() + "-first-accounts.json");
    }

    /** Where the virtual machine of this installation writes what its collector did. */
    Path gcLog(String id) {
        return trial.resolve("logs").resolve(id + "-gc.log");
    }

    /** Where everything is, with keys and log-ins once started. */
    Endpoints endpoints() {
        return endpoints;
    }

    /** A client of a node, as the system of its agency. */
    ExchangeClient client(Endpoints.Installation node) throws IOException {
        Optional<Secret> key = Optional.ofNullable(node.apiKey()).map(Secret::new);
        return ExchangeClient.open(Connection.to(node.baseUrl(), Optional.of(Path.of(node.caCertificate())), key));
    }

    /** Stops a node for ever: a later start in the same directory does not begin it again; others still know it. */
    synchronized void retire(String id) throws IOException {
        List<ChildProcess> retired =
                children.stream().filter(child -> child.name().equals(id)).toList();
        children.removeAll(retired);
        for (ChildProcess child : retired) {
            child.hush();
            child.askToStop();
            if (!child.awaitEnd(options.stopLimit())) {
                narrator.say(id + " did not stop in time and was killed");
            }
        }
        endpoints = new Endpoints(
                endpoints.directory(),
                endpoints.nodes().stream().filter(node -> !node.id().equals(id)).toList());
        endpoints.write(trial);
    }

    /** The running processes, the directory first. */
    synchronized List<ChildProcess> processes() {
        return List.copyOf(children);
    }

    /** Done as soon as any of the processes ends. */
    CompletableFuture<Object> anyEnd() {
        return CompletableFuture.anyOf(
                processes().stream().map(ChildProcess::onExit).toArray(CompletableFuture[]::new));
    }

    /** Stops all, nodes before the directory; kills what does not stop in time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        children.forEach(ChildProcess::hush);
        List<ChildProcess> last = children.isEmpty() ? List.of() : List.of(children.getFirst());
        List<ChildProcess> first = children.stream().skip(1).toList();
        for (List<ChildProcess> group : List.of(first, last)) {
            group.forEach(ChildProcess::askToStop);
            for (ChildProcess child : group) {
                if (!child.awaitEnd(options.stopLimit())) {
                    narrator.say(child.name() + " did not stop in time and was killed");
                }
            }
        }
    }
}
