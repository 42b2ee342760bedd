package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server writes once about the keys and users that it made at its first start.
 *
 * @param apiKeys keys in clear
 * @param users log-ins in clear
 */
record FirstAccounts(List<Key> apiKeys, List<Login> users) {

    private static final int MAX_BYTES = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the lists. */
    FirstAccounts {
        apiKeys = List.copyOf(apiKeys);
        users = List.copyOf(users);
    }

    /**
     * A key.
     *
     * @param agency whose, absent for administration
     * @param scopes what it may do
     * @param key in clear
     */
    record Key(@Nullable String agency, List<String> scopes, String key) {

        /** Shows no key. */
        @Override
        public String toString() {
            return "Key[" + agency + " " + scopes + "]";
        }
    }

    /**
     * A log-in.
     *
     * @param login name
     * @param password in clear
     * @param roles of the person
     * @param agency the person works for
     * @param totpSecret Base32 secret of the second factor, absent when none is needed
     */
    record Login(
            String login,
            String password,
            List<String> roles,
            @Nullable String agency,
            @Nullable String totpSecret) {

        /** Shows no password. */
        @Override
        public String toString() {
            return "Login[" + login + "]";
        }
    }

    /** Reads the file; empty when it is not there or not complete yet. */
    static Optional<FirstAccounts> read(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return Optional.empty();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("too large: " + file);
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), FirstAccounts.class));
        } catch (JacksonException halfWritten) {
            return Optional.empty();
        }
    }

    /** The key with the scope, of the agency when one is given. */
    Optional<String> keyFor(String scope, @Nullable String agency) {
        return apiKeys.stream()
                .filter(key -> key.scopes().contains(scope))
                .filter(key -> agency == null || agency.equals(key.agency()))
                .map(Key::key)
                .findFirst();
    }

    /** The log-ins as the endpoints file shows them. */
    List<Endpoints.User> logins() {
        return users.stream()
                .map(user -> new Endpoints.User(user.login(), user.password(), user.roles(), user.totpSecret()))
                .toList();
    }
}
