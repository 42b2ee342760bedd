package vn.lienthong.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options with which a server is started; each stands for one setting of a module. */
final class ServerOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ./data).")
    private @Nullable Path data;

    @Option(names = "--address", paramLabel = "IP", description = "Network address to listen on (default: all).")
    private @Nullable String address;

    @Option(names = "--port", description = "Port of web pages, REST and SOAP (default: 8443).")
    private @Nullable Integer port;

    @Option(names = "--exchange-port", description = "Port of other nodes (default: 8444).")
    private @Nullable Integer exchangePort;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "JDBC URL of an external MariaDB; without it the program runs its own.")
    private @Nullable String databaseUrl;

    @Option(names = "--database-user", paramLabel = "NAME", description = "User of the external database.")
    private @Nullable String databaseUser;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "File with that user's password, mode 0400.")
    private @Nullable Path databasePasswordFile;

    @Option(names = "--directory", paramLabel = "URL", description = "Public address of the central directory.")
    private @Nullable String directoryUrl;

    @Option(
            names = "--enrol-token-file",
            paramLabel = "FILE",
            description = "File with the enrolment token, mode 0400 or 0600; needed at the first start only.")
    private @Nullable Path enrolTokenFile;

    @Option(
            names = "--exchange-url",
            paramLabel = "URL",
            description = "Address under which other nodes reach this one (default: localhost and the exchange port).")
    private @Nullable String exchangeUrl;

    @Option(
            names = "--pull",
            negatable = true,
            description =
                    "Others cannot connect to this node: it fetches what is for it (default: as it was listed last).")
    private @Nullable Boolean pull;

    @Option(
            names = "--training",
            description = "People train here: every page says that no document is valid, nothing is mailed, and only a"
                    + " directory of the same kind is accepted.")
    private boolean training;

    @Option(
            names = "--sandbox",
            description =
                    "Programs try themselves out here: like --training, with simulated recipients, a clock that can"
                            + " be moved and a checklist instead of lessons.")
    private boolean sandbox;

    @Option(
            names = "--first-accounts",
            paramLabel = "FILE",
            description = "File that receives the first accounts and API keys, mode 0600.")
    private @Nullable Path firstAccounts;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any other setting, for example lienthong.storage.quota=500GB. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The given options as arguments that Spring understands. */
    List<String> asArguments() {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> add(arguments, name, value));
        add(arguments, "lienthong.data", data);
        add(arguments, "lienthong.listener.address", address);
        add(arguments, "lienthong.listener.port", port);
        add(arguments, "lienthong.listener.exchange-port", exchangePort);
        add(arguments, "lienthong.directory.url", directoryUrl);
        add(arguments, "lienthong.directory.token-file", enrolTokenFile);
        add(arguments, "lienthong.directory.exchange-url", exchangeUrl);
        add(arguments, "lienthong.directory.reachability", reachability());
        add(arguments, "lienthong.directory.first-accounts", firstAccounts);
        add(arguments, "lienthong.training", (training || sandbox) ? true : null);
        add(arguments, "lienthong.sandbox", sandbox ? true : null);
        add(arguments, "lienthong.database.url", databaseUrl);
        add(arguments, "lienthong.database.user", databaseUser);
        add(arguments, "lienthong.database.password-file", databasePasswordFile);
        return List.copyOf(arguments);
    }

    private @Nullable String reachability() {
        if (pull == null) {
            return null;
        }
        return pull ? "PULL" : "PUSH";
    }

    private static void add(List<String> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.add("--" + name + "=" + value);
        }
    }
}
