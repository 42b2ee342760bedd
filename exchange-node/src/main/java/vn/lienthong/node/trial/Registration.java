package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.platform.Secret;

/** Enters nodes and agencies into the directory, as its operator would; what is there already stays. */
final class Registration implements AutoCloseable {

    private static final String STEP = "Đăng ký với danh mục / Registration";
    private static final int MOST_PAGES = 100;
    private static final int CONFLICT = 409;

    private final Path trial;
    private final Endpoints endpoints;
    private final List<Cast.Actor> actors;
    private final Narrator narrator;
    private final DirectoryClient directory;

    private Registration(
            Path trial, Endpoints endpoints, List<Cast.Actor> actors, Narrator narrator, DirectoryClient directory) {
        this.trial = trial;
        this.endpoints = endpoints;
        this.actors = List.copyOf(actors);
        this.narrator = narrator;
        this.directory = directory;
    }

    static Registration open(Path trial, Endpoints endpoints, List<Cast.Actor> actors, Narrator narrator)
            throws IOException {
        Endpoints.Installation center = endpoints.directory();
        Connection connection = Connection.to(
                center.baseUrl(),
                Optional.of(Path.of(center.caCertificate())),
                Optional.ofNullable(center.apiKey()).map(Secret::new));
        return new Registration(trial, endpoints, actors, narrator, DirectoryClient.open(connection));
    }

    /** Where the enrolment token of a node is kept. */
    static Path tokenFile(Path trial, Endpoints.Installation node) {
        return trial.resolve(node.id() + "-enrolment-token");
    }

    void registerAll() throws IOException, StepFailedException {
        try {
            Map<String, DirectoryClient.ListedAgency> known = agencies();
            for (Endpoints.Installation node : endpoints.nodes()) {
                registerNode(node);
            }
            for (Cast.Actor actor : actors) {
                if (!known.containsKey(actor.code())) {
                    registerAgency(actor);
                }
            }
        } catch (RefusedException refused) {
            throw new StepFailedException(STEP, refused);
        }
    }

    private void registerNode(Endpoints.Installation node) throws IOException, RefusedException {
        Path file = tokenFile(trial, node);
        if (!Files.exists(file)) {
            String token =
                    directory.registerNode(node.id(), node.name()).orThrow().token();
            PrivateFiles.write(file, token.getBytes(StandardCharsets.US_ASCII));
            narrator.say("đăng ký nút " + node.id(), "node registered, one-time token issued");
        }
    }

    private void registerAgency(Cast.Actor actor) throws IOException, RefusedException {
        Answer<DirectoryClient.Registered> answer = directory.registerAgency(
                new DirectoryClient.NewAgency(actor.code(), actor.name(), actor.bloc(), actor.nodeId()));
        if (answer instanceof Answer.Refused<DirectoryClient.Registered>(var problem) && problem.status() == CONFLICT) {
            // Registered by a start before, which did not come to the end.
            return;
        }
        DirectoryClient.Registered registered = answer.orThrow();
        narrator.say(
                "đăng ký cơ quan " + actor.code() + " " + actor.name(),
                "agency registered, directory at " + registered.sequence());
    }

    /** Waits until the directory has published keys of every agency. */
    void awaitKeys(Duration limit) throws IOException, StepFailedException {
        Deadline deadline = Deadline.in(limit);
        try {
            while (true) {
                Map<String, DirectoryClient.ListedAgency> known = agencies();
                boolean all = actors.stream()
                        .map(actor -> Optional.ofNullable(known.get(actor.code())))
                        .allMatch(found ->
                                found.map(DirectoryClient.ListedAgency::hasKeys).orElse(false));
                if (all) {
                    narrator.say("khóa của mọi cơ quan đã công bố", "keys of all agencies are published");
                    return;
                }
                if (!deadline.rest()) {
                    throw new StepFailedException(
                            STEP, "keys of all agencies were not published within " + limit.toSeconds() + " s");
                }
            }
        } catch (RefusedException refused) {
            throw new StepFailedException(STEP, refused);
        }
    }

    private Map<String, DirectoryClient.ListedAgency> agencies() throws IOException, RefusedException {
        Map<String, DirectoryClient.ListedAgency> known = new HashMap<>();
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer<DirectoryClient.AgencyPage> answer = directory.agencies(token);
            DirectoryClient.AgencyPage got = answer.orThrow();
            got.agencies().forEach(agency -> known.put(agency.code(), agency));
            token = got.nextPageToken();
            if (token == null) {
                return known;
            }
        }
        return known;
    }

    @Override
    public void close() {
        directory.close();
    }
}
