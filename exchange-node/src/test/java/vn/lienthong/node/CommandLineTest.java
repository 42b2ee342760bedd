package vn.lienthong.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import vn.lienthong.node.platform.StartRefusedException;

class CommandLineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:15:30.123Z"), ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line =
            LienthongApplication.commandLine(CLOCK).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void explainsItself() {
        assertThat(line.execute("--help")).isZero();
        assertThat(out.toString()).contains("node", "directory", "Exit codes:");
    }

    @Test
    void asksForACommand() {
        assertThat(line.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("Which command?");
    }

    @Test
    void refusesUnknownCommandsAndOptions() {
        assertThat(line.execute("nonsense")).isEqualTo(2);
        assertThat(line.execute("node", "--nonsense")).isEqualTo(2);
        assertThat(line.execute("node", "--port=high")).isEqualTo(2);
    }

    @Test
    void turnsOptionsIntoSettings() {
        ServerOptions options = new ServerOptions();
        new CommandLine(CommandSpec.create().addMixin("options", CommandSpec.forAnnotatedObject(options)))
                .parseArgs("--data", "x", "--exchange-port=9444", "--set", "a.b=c");
        assertThat(options.asArguments())
                .isEqualTo(List.of(
                        "--a.b=c", "--lienthong.data=" + Path.of("x"), "--lienthong.listener.exchange-port=9444"));
    }

    @Test
    void saysInPlainWordsWhatCanBeMended() {
        StartRefusedException refused = new StartRefusedException("the disk is full");
        int code = new FailureInPlainWords()
                .handleExecutionException(new IllegalStateException(refused), line, line.parseArgs("node"));
        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("Cannot start: the disk is full" + System.lineSeparator());
    }

    @Test
    void stampsItsProgress() {
        StartProgress progress = new StartProgress(new PrintWriter(out), CLOCK);
        progress.say("database ready", Duration.ofMillis(440));
        assertThat(out.toString()).isEqualTo("08:15:30 database ready in 0.4 s" + System.lineSeparator());
    }
}
