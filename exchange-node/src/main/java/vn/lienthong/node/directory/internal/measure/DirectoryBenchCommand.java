package vn.lienthong.node.directory.internal.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.server.DirectoryAuthority;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.protection.LocalSecrets;

/** {@code lienthong bench directory}: what a node does with a directory of national size; prints one line of JSON. */
@Command(
        name = "directory",
        mixinStandardHelpOptions = true,
        description = "Replicates a generated directory into a fresh embedded database and prints one line of JSON.")
public final class DirectoryBenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--agencies", defaultValue = "125000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int agencies;

    @Option(
            names = "--certificate",
            defaultValue = "300",
            paramLabel = "OCTETS",
            description = "Of each certificate of the bulk; 0 for real sizes (default: ${DEFAULT-VALUE}).")
    private int certificate;

    @Option(names = "--delta", defaultValue = "400", description = "Changes of the measured publication.")
    private int delta;

    @Option(names = "--dir", paramLabel = "DIR", description = "Keep all data here (default: deleted at the end).")
    private @Nullable Path dir;

    /** The parts of the program that the measurement needs: platform and database. */
    @ComponentScan({"vn.lienthong.node.platform", "vn.lienthong.node.database"})
    @ConfigurationPropertiesScan({"vn.lienthong.node.platform", "vn.lienthong.node.database"})
    static final class Parts {}

    @Override
    public Integer call() throws IOException {
        if (agencies < 1 || certificate < 0 || delta < 2 || delta / 2 >= agencies) {
            throw new ParameterException(
                    spec.commandLine(), "--agencies and --delta are positive, the delta is smaller");
        }
        if (dir != null) {
            return measure(dir);
        }
        Path passing = Files.createTempDirectory("lienthong-bench");
        try {
            return measure(passing);
        } finally {
            FileSystemUtils.deleteRecursively(passing);
        }
    }

    private int measure(Path place) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try (ConfigurableApplicationContext parts = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("lienthong.data", place.toString(), "logging.level.root", "OFF"))
                .run()) {
            Map<String, Object> figures = measurement(parts, err).run(agencies, certificate, delta);
            spec.commandLine().getOut().println(json(figures));
            return 0;
        }
    }

    private DirectoryMeasurement measurement(ConfigurableApplicationContext parts, PrintWriter err) throws IOException {
        DataSource source = parts.getBean(DataSource.class);
        InstantSource clock = parts.getBean(InstantSource.class);
        DataDirectory data = parts.getBean(DataDirectory.class);
        int applied = Flyway.configure().dataSource(source).load().migrate().migrationsExecuted;
        err.println("migrations: " + applied);
        KeyVault vault = KeyVault.open(data, parts.getBean(LocalSecrets.class));
        return new DirectoryMeasurement(
                new CopyStore(source, new TransactionTemplate(new DataSourceTransactionManager(source))),
                DirectoryAuthority.open(vault, data.keys().resolve("anchor.pem"), false, clock),
                data.directory().resolve("snapshot"),
                clock,
                line -> {
                    err.println(line);
                    err.flush();
                });
    }

    private static String json(Map<String, Object> figures) {
        return figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\":" + figure.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
