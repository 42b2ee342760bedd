package vn.lienthong.node.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.platform.SecretFile;

/** The settings of a node under test. */
public final class NodeTestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            DatabaseConnection database = TestDatabase.freshSchema();
            Path data = TestDirectories.fresh("node");
            TestAuthority.enrol(data);
            Path password = data.resolve("password");
            new SecretFile(password).write(database.password());
            Map<String, Object> settings = Map.of(
                    "lienthong.passkey.domain",
                    "localhost",
                    "lienthong.webhook.allowed-networks",
                    "127.0.0.0/8,::1/128",
                    "lienthong.webhook.ca-file",
                    HookServer.authority(),
                    "lienthong.data",
                    data,
                    "lienthong.listener.address",
                    "127.0.0.1",
                    "lienthong.listener.exchange-port",
                    0,
                    "lienthong.database.url",
                    database.url(),
                    "lienthong.database.user",
                    database.user(),
                    "lienthong.database.password-file",
                    password);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("node-under-test", settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
