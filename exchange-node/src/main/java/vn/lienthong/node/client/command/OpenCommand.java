package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.client.proof.NotProvenException;
import vn.lienthong.node.client.proof.PackageProof;

/** Opens a package. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Checks both signatures of a package against the directory and unpacks it; works offline.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:proven and unpacked",
            "1:not proven; nothing was unpacked",
            "2:the command line is not right",
            "3:a file is not usable"
        })
final class OpenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProofOptions basis = new ProofOptions();

    @Parameters(paramLabel = "PACKAGE", description = "The .asice file.")
    private Path file = Path.of("package.asice");

    @Option(
            names = "--sender",
            required = true,
            converter = CodeConverter.class,
            paramLabel = "CODE",
            description = "The agency that is expected to have signed.")
    private @Nullable AgencyCode sender;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "A directory that does not exist yet.")
    private Path target = Path.of("opened");

    @Override
    public Integer call() {
        try {
            return open(Objects.requireNonNull(sender));
        } catch (NotProvenException basisFails) {
            spec.commandLine()
                    .getErr()
                    .println("Danh mục không tin được / The directory does not hold: " + basisFails.getMessage());
            return Outcome.REFUSED;
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        }
    }

    private int open(AgencyCode expected) throws IOException, NotProvenException {
        Unpacking unpacking = Unpacking.into(target);
        PackageProof proof;
        try {
            proof = PackageProof.of(file, expected, basis.directory(), unpacking);
        } catch (IOException | NotProvenException failed) {
            unpacking.discard();
            throw failed;
        }
        return switch (proof) {
            case PackageProof.NotProven(String reason) -> {
                unpacking.discard();
                spec.commandLine().getErr().println("KHÔNG CHỨNG MINH ĐƯỢC / NOT PROVEN: " + reason);
                yield Outcome.REFUSED;
            }
            case PackageProof.Proven proven -> {
                List<Path> files = unpacking.keep();
                PlainWords.aboutPackage(proven).forEach(spec.commandLine().getOut()::println);
                files.forEach(one -> spec.commandLine().getOut().println("  " + one));
                yield Outcome.DONE;
            }
        };
    }
}
