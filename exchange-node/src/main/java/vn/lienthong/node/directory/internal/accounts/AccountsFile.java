package vn.lienthong.node.directory.internal.accounts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.platform.DurableFiles;

/** The file through which the first accounts and keys reach their owners: mode 0600, always complete. */
final class AccountsFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MAX_SIZE = 16 << 20;

    private final Path file;

    AccountsFile(Path file) {
        this.file = file;
    }

    /**
     * The whole file.
     *
     * @param apiKeys keys
     * @param users accounts
     */
    record Content(List<Key> apiKeys, List<User> users) {

        Content {
            apiKeys = List.copyOf(apiKeys);
            users = List.copyOf(users);
        }
    }

    /**
     * A key in clear.
     *
     * @param agency code of the agency, null for administration
     * @param scopes what it may do
     * @param key the key
     */
    record Key(@Nullable String agency, List<String> scopes, String key) {

        @Override
        public String toString() {
            return "Key[" + agency + "]";
        }
    }

    /**
     * An account in clear.
     *
     * @param login who signs in
     * @param password with what
     * @param roles as what
     * @param agency code of the agency, null for none
     * @param totpSecret Base32 secret of the second factor, null when none is needed
     */
    record User(
            String login,
            String password,
            List<String> roles,
            @Nullable String agency,
            @Nullable String totpSecret) {

        @Override
        public String toString() {
            return "User[" + login + "]";
        }
    }

    /**
     * Adds a key and an account; those of the same agency, left by an attempt that was cut off, are replaced.
     *
     * @throws IOException if the file cannot be read or made durable
     */
    void add(Key key, User user) throws IOException {
        Content before = read();
        List<Key> keys = new ArrayList<>(before.apiKeys());
        keys.removeIf(other -> Objects.equals(other.agency(), key.agency()));
        keys.add(key);
        write(new Content(keys, with(before.users(), List.of(user))));
    }

    /**
     * Adds accounts without keys; those of the same names are replaced.
     *
     * @throws IOException if the file cannot be read or made durable
     */
    void add(List<User> people) throws IOException {
        Content before = read();
        write(new Content(before.apiKeys(), with(before.users(), people)));
    }

    private static List<User> with(List<User> before, List<User> people) {
        List<User> users = new ArrayList<>(before);
        for (User user : people) {
            users.removeIf(other -> other.login().equals(user.login()));
            users.add(user);
        }
        return users;
    }

    private Content read() throws IOException {
        if (!Files.exists(file)) {
            return new Content(List.of(), List.of());
        }
        if (Files.size(file) > MAX_SIZE) {
            throw new IOException("the file of first accounts is too long: " + file);
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), Content.class);
        } catch (JacksonException e) {
            // The library's message may quote passwords.
            throw new IOException("the file of first accounts cannot be read: " + file);
        }
    }

    private void write(Content content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            DurableFiles.writeFully(channel, MAPPER.writeValueAsBytes(content));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(file);
    }
}
