package vn.lienthong.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.audit.search.SearchTrial;

/** Fills the security log of a real installation on this machine and measures how fast an officer finds something in it. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Fills a MariaDB with security events, asks what officers ask and prints one line of JSON"
                + " (milliseconds); everything else goes to standard error.")
final class AuditBenchCommand implements Callable<Integer> {

    private static final long MOST = 100_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", defaultValue = "1000000", description = "How many (default: ${DEFAULT-VALUE}).")
    private long events;

    @Override
    public Integer call() throws IOException {
        if (events < 1 || events > MOST) {
            throw new ParameterException(spec.commandLine(), "--events is 1 to " + MOST);
        }
        Path data = Files.createTempDirectory("lienthong-audit-bench");
        try (ConfigurableApplicationContext installation = start(data)) {
            PrintWriter err = spec.commandLine().getErr();
            SearchTrial benchmark = installation.getBean(SearchTrial.class);
            long begun = System.nanoTime();
            benchmark.fill(events, err::println);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("bench", "audit");
            result.put("events", events);
            result.put("fillSeconds", (System.nanoTime() - begun) / 1_000_000_000L);
            result.putAll(benchmark.measure(err::println));
            spec.commandLine().getOut().println(JsonMapper.builder().build().writeValueAsString(result));
            return 0;
        } finally {
            delete(data);
        }
    }

    private static ConfigurableApplicationContext start(Path data) {
        SpringApplication application = new SpringApplication(LienthongApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        List<String> arguments = List.of(
                "--lienthong.role=DIRECTORY",
                "--lienthong.data=" + data,
                "--lienthong.listener.address=127.0.0.1",
                "--lienthong.listener.port=0",
                "--lienthong.listener.exchange-port=0");
        return application.run(arguments.toArray(String[]::new));
    }

    private static void delete(Path data) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(data)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
