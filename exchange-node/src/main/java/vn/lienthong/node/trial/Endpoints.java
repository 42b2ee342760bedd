package vn.lienthong.node.trial;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where everything of a trial listens and how to log in: the file {@code endpoints.json} in the trial's directory. It holds
 * clear passwords and keys, so it is the owner's alone (mode 0600).
 *
 * @param v 1
 * @param directory the central directory
 * @param nodes the nodes, the sending one first
 */
record Endpoints(int v, Installation directory, List<Installation> nodes) {

    static final String FILE_NAME = "endpoints.json";
    private static final int VERSION = 1;
    private static final int MAX_BYTES = 1 << 20;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Refuses another version. */
    Endpoints {
        Objects.requireNonNull(directory, "directory");
        if (v != VERSION) {
            throw new IllegalArgumentException("unknown version of " + FILE_NAME);
        }
        nodes = List.copyOf(nodes);
    }

    Endpoints(Installation directory, List<Installation> nodes) {
        this(VERSION, directory, nodes);
    }

    /**
     * One process.
     *
     * @param id node id, or {@code directory}
     * @param role {@code directory} or {@code node}
     * @param name for people
     * @param bloc of its agency
     * @param agencyCodes that it serves
     * @param baseUrl of pages, REST and SOAP
     * @param exchangeUrl of other nodes
     * @param apiKey of its agency, or for the administration of the directory; absent until it exists
     * @param users who may log in
     * @param caCertificate PEM file whose first certificate vouches for its TLS
     * @param dataDirectory where its data lies
     */
    record Installation(
            String id,
            String role,
            String name,
            @Nullable String bloc,
            List<String> agencyCodes,
            URI baseUrl,
            URI exchangeUrl,
            @Nullable String apiKey,
            List<User> users,
            String caCertificate,
            String dataDirectory) {

        /** Copies the lists. */
        Installation {
            agencyCodes = List.copyOf(agencyCodes);
            users = List.copyOf(users);
        }

        /** The same with its key and users. */
        Installation with(String key, List<User> people) {
            return new Installation(
                    id, role, name, bloc, agencyCodes, baseUrl, exchangeUrl, key, people, caCertificate, dataDirectory);
        }

        /** The agency that the trial sends from or to. */
        String agency() {
            return agencyCodes.getFirst();
        }

        /** Shows no key and no password. */
        @Override
        public String toString() {
            return "Installation[" + id + " " + baseUrl + "]";
        }
    }

    /**
     * A person's log-in.
     *
     * @param login name
     * @param password in clear
     * @param roles of the person
     * @param totpSecret Base32 secret of the second factor for an authenticator app, absent when none is needed
     */
    record User(
            String login,
            String password,
            List<String> roles,
            @Nullable String totpSecret) {

        /** Copies the roles. */
        User {
            roles = List.copyOf(roles);
        }

        /** Shows no password. */
        @Override
        public String toString() {
            return "User[" + login + "]";
        }
    }

    /** Reads the file of a trial's directory. */
    static Endpoints read(Path trial) throws IOException {
        Path file = trial.resolve(FILE_NAME);
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("too large: " + file);
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), Endpoints.class);
        } catch (JacksonException broken) {
            // Its message may quote the file, which holds passwords.
            throw new IOException("not a file of a trial: " + file);
        }
    }

    /** Writes the file of a trial's directory. */
    void write(Path trial) throws IOException {
        PrivateFiles.write(trial.resolve(FILE_NAME), JSON.writeValueAsBytes(this));
    }
}
