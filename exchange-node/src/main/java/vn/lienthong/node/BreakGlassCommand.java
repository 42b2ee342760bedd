package vn.lienthong.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lienthong.node.identity.BreakGlass.Halves;
import vn.lienthong.node.identity.BreakGlassOrder;
import vn.lienthong.node.platform.PlatformProperties;

/** The emergency entry of a running node. */
@Command(
        name = "break-glass",
        mixinStandardHelpOptions = true,
        description = "The emergency entry for administration; see docs/administrator-guide.md.",
        subcommands = BreakGlassCommand.Draw.class)
final class BreakGlassCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    /** Draws credentials and prints them once. */
    @Command(
            name = "draw",
            mixinStandardHelpOptions = true,
            description = {
                "Draws new credentials in two halves and prints them once; those from before are void. Security"
                        + " officers and leaders are told.",
                "Run it as the node's system user on the node's machine. Put each half into an envelope of its own and"
                        + " give them to two people."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:drawn", "1:the node did not take them"})
    static final class Draw implements Callable<Integer> {

        private static final Duration PATIENCE = Duration.ofSeconds(60);

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ServerOptions options = new ServerOptions();

        @Override
        public Integer call() throws IOException, InterruptedException {
            var data = Binder.get(SettingsOfCommand.read(options))
                    .bindOrCreate("lienthong", PlatformProperties.class)
                    .data();
            Optional<Halves> drawn = new BreakGlassOrder(data).give(PATIENCE);
            PrintWriter out = spec.commandLine().getOut();
            drawn.map(Draw::sheet)
                    .orElseGet(() -> List.of(
                            "từ chối: không có nút nào đang chạy trên " + data.toAbsolutePath()
                                    + ", hoặc đã có tài khoản tên break-glass",
                            "refused: no node runs on " + data.toAbsolutePath()
                                    + ", or there is an account named break-glass already"))
                    .forEach(out::println);
            out.flush();
            return drawn.isPresent() ? 0 : 1;
        }

        private static List<String> sheet(Halves halves) {
            return List.of(
                    "LỐI VÀO KHẨN CẤP / EMERGENCY ENTRY",
                    "In một lần, cắt đôi, niêm phong riêng, giao hai người. Dùng một lần tại /sign-in/break-glass.",
                    "Print once, cut, seal apart, give to two people. Works once, at /sign-in/break-glass.",
                    "",
                    "  1:  " + halves.first(),
                    "- - - - - - - - - - - - - - - - - - - - - - - -",
                    "  2:  " + halves.second(),
                    "",
                    "Mã cũ không dùng được nữa. / Those from before work no more.");
        }
    }
}
