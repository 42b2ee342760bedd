package vn.lienthong.node.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;

/** The database of an installation, for tools beside the program that runs on it. Starts nothing. */
public final class RunningDatabase {

    private static final String NAME = "lienthong";
    private static final String PORT = "--port=";
    private static final Path FILES = Path.of("db", "data");

    private RunningDatabase() {}

    /**
     * How to log in to it.
     *
     * @param root the data directory
     * @return empty when the embedded server does not run
     * @throws IOException when the password cannot be read
     */
    public static Optional<DatabaseConnection> of(Path root, DatabaseProperties properties) throws IOException {
        String url = properties.url();
        if (url != null && !url.isBlank()) {
            return Optional.of(external(url, properties));
        }
        Optional<String> port = server(root).flatMap(RunningDatabase::port);
        if (port.isEmpty()) {
            return Optional.empty();
        }
        Secret password = new SecretFile(root.resolve("secrets").resolve("database-password")).read();
        return Optional.of(
                new DatabaseConnection("jdbc:mariadb://127.0.0.1:" + port.get() + "/" + NAME, NAME, password));
    }

    /**
     * The one that the settings name.
     *
     * @throws IOException when the password cannot be read
     */
    public static DatabaseConnection external(String url, DatabaseProperties properties) throws IOException {
        Path file = properties.passwordFile();
        Secret password = file == null ? new Secret("") : new SecretFile(file).read();
        return new DatabaseConnection(url, properties.user(), password);
    }

    /**
     * The embedded server that runs on the files below a data directory.
     *
     * @throws IOException when its sign cannot be read
     */
    public static Optional<ProcessHandle> server(Path root) throws IOException {
        Path files = root.resolve(FILES);
        Path sign = files.resolve("mariadbd.pid");
        if (!Files.exists(sign)) {
            return Optional.empty();
        }
        String number = Files.readString(sign, StandardCharsets.US_ASCII).strip();
        return number.matches("\\d{1,10}")
                ? ProcessHandle.of(Long.parseLong(number))
                        .filter(process -> arguments(process).contains("--datadir=" + files))
                : Optional.empty();
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(Arrays::asList).orElse(List.of());
    }

    private static Optional<String> port(ProcessHandle server) {
        return arguments(server).stream()
                .filter(argument -> argument.startsWith(PORT))
                .map(argument -> argument.substring(PORT.length()))
                .findFirst();
    }
}
