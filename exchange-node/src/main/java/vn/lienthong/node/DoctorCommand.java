package vn.lienthong.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.doctor.Examination;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Grade;

/** Shows what protects what in an installation, running or not. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what protects what: master key, key files, data keys, certificates, who may read what, and the"
                    + " machine.",
            "Only reads. Give it the options and settings of the node, and run it as the node's system user."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is wrong (✖); with --strict also when care is advised (!)"})
final class DoctorCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(names = "--json", description = "For programs: one JSON array.")
    private boolean json;

    @Option(names = "--strict", description = "Advice (!) counts as wrong.")
    private boolean strict;

    DoctorCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        List<Finding> findings = new Examination(clock).of(SettingsOfCommand.read(options));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared()
                    .writeValueAsString(
                            findings.stream().map(DoctorCommand::asMap).toList()));
        } else {
            findings.forEach(finding -> print(out, finding));
        }
        out.flush();
        Grade least = strict ? Grade.CARE : Grade.WRONG;
        return findings.stream().anyMatch(finding -> finding.grade().compareTo(least) >= 0) ? 1 : 0;
    }

    private static Map<String, Object> asMap(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("grade", finding.grade().name());
        members.put("subject", finding.subject());
        members.put("found", finding.found().english());
        members.put("foundVi", finding.found().vietnamese());
        members.put("todo", finding.todo().english());
        members.put("todoVi", finding.todo().vietnamese());
        return members;
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf(
                Locale.ROOT,
                "%-2s  %s%n",
                finding.grade().sign(),
                finding.found().vietnamese());
        out.printf(Locale.ROOT, "    %s%n", finding.found().english());
        if (!finding.todo().english().isEmpty()) {
            out.printf(Locale.ROOT, "    → %s%n", finding.todo().vietnamese());
            out.printf(Locale.ROOT, "    → %s%n", finding.todo().english());
        }
    }
}
