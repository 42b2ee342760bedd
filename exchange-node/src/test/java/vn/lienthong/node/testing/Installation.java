package vn.lienthong.node.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import vn.lienthong.node.LienthongApplication;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;

/** A whole installation in this Java process, with its own data directory, schema and ports; may be stopped and started again. */
public final class Installation implements AutoCloseable {

    /** What the installations of this process write. */
    public static final Path LOG = TestDirectories.ofThisProcess().resolve("tests/installations.json");

    private final Role role;
    private final Path data;
    private final DatabaseConnection database;
    private final int port = freePort();
    private final int exchangePort = freePort();
    private final Map<String, String> settings;
    private final Optional<SettableClock> clock;
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private final List<Class<?>> parts = new ArrayList<>();

    /** An installation that is not started yet, with these settings besides the usual ones. */
    public Installation(Role role, Map<String, String> settings) {
        this(role, settings, Optional.empty());
    }

    /** An installation that goes by a clock of the test, also after it was stopped and started again. */
    public Installation(Role role, Map<String, String> settings, Optional<SettableClock> clock) {
        this.clock = clock;
        try {
            this.role = role;
            this.data = TestDirectories.fresh(role.name());
            this.database = TestDatabase.freshSchema();
            this.settings = Map.copyOf(settings);
            new SecretFile(data.resolve("password")).write(database.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves in it what an enrolment at {@link TestAuthority} leaves there. */
    public Installation enrolled() {
        try {
            TestAuthority.enrol(data);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds parts of a test to it, from the next start on. */
    public Installation with(Class<?>... beans) {
        parts.addAll(List.of(beans));
        return this;
    }

    /** Starts it. */
    public ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(LienthongApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        clock.ifPresent(settable -> application.addInitializers((GenericApplicationContext context) ->
                context.registerBean(SettableClock.class, () -> settable, definition -> definition.setPrimary(true))));
        application.addInitializers((GenericApplicationContext context) -> parts.forEach(part -> context.registerBean(
                part, definition -> definition.setPrimary(part.isAnnotationPresent(Primary.class)))));
        List<String> arguments = new ArrayList<>(List.of(
                "--lienthong.role=" + role,
                "--lienthong.data=" + data,
                "--lienthong.listener.address=127.0.0.1",
                "--lienthong.listener.port=" + port,
                "--lienthong.listener.exchange-port=" + exchangePort,
                "--lienthong.database.url=" + database.url(),
                "--lienthong.database.user=" + database.user(),
                "--lienthong.database.password-file=" + data.resolve("password"),
                "--logging.file.name=" + LOG,
                "--spring.jmx.enabled=false"));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
        running.add(context);
        return context;
    }

    /** The running one. */
    public ConfigurableApplicationContext context() {
        return running.getLast();
    }

    /** A part of the running one. */
    public <T> T get(Class<T> type) {
        return context().getBean(type);
    }

    /** Stops it; its data stays. */
    public void stop() {
        running.forEach(ConfigurableApplicationContext::close);
        running.clear();
    }

    /** Public address. */
    public URI address() {
        return URI.create("https://localhost:" + port);
    }

    /** Address for other nodes. */
    public URI exchangeAddress() {
        return URI.create("https://localhost:" + exchangePort);
    }

    /** Where it keeps its data. */
    public Path data() {
        return data;
    }

    /** Its database. */
    public DatabaseConnection database() {
        return database;
    }

    /** Writes a secret to a file of its own. */
    public Path secret(String name, String content) {
        try {
            Path file = Files.createDirectories(data.resolve("given")).resolve(name);
            new SecretFile(file).write(new Secret(content));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
