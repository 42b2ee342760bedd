package vn.lienthong.node.client.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;

/** Which node, trusted how, as whom. */
final class RemoteOptions {

    @Option(names = "--url", required = true, description = "Public address of the node, https://host:port.")
    private URI url = URI.create("https://localhost");

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file whose first certificate is the only authority trusted for the connection"
                    + " (default: the system's authorities).")
    private @Nullable Path ca;

    @Option(
            names = "--api-key-file",
            required = true,
            paramLabel = "FILE",
            description = "File with the agency's API key; nobody else may read it.")
    private Path apiKeyFile = Path.of("api-key");

    /** Connects. */
    ExchangeClient open() throws IOException {
        return ExchangeClient.open(connection());
    }

    /** Where and how to connect. */
    Connection connection() throws IOException {
        Secret key = new SecretFile(apiKeyFile).read();
        return Connection.to(url, Optional.ofNullable(ca), Optional.of(key));
    }
}
