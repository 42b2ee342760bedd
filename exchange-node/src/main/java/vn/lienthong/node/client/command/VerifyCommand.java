package vn.lienthong.node.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.client.proof.EvidenceProof;
import vn.lienthong.node.client.proof.NotProvenException;
import vn.lienthong.node.client.proof.PackageProof;

/** Verifies evidence or a package. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verifies evidence (JSON, as the REST interface gives it) or a package, and says in plain words what"
                        + " is proven; works offline.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is proven",
            "1:something is not proven",
            "2:the command line is not right",
            "3:a file is not usable"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProofOptions basis = new ProofOptions();

    @Parameters(paramLabel = "FILE", description = "Evidence (.json) or package (.asice).")
    private Path file = Path.of("evidence.json");

    @Option(
            names = "--sender",
            converter = CodeConverter.class,
            paramLabel = "CODE",
            description = "For a package: the agency that is expected to have signed.")
    private @Nullable AgencyCode sender;

    @Override
    public Integer call() {
        try {
            DirectoryRecord directory = basis.directory();
            out().println("✓ Danh mục / directory: " + directory.sequence()
                    + " publications, chained and signed twice");
            int outcome = isPackage() ? verifyPackage(directory) : verifyEvidence(directory);
            out().flush();
            return outcome;
        } catch (NotProvenException basisFails) {
            return notProven("danh mục/directory: " + basisFails.getMessage());
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int notProven(String reason) {
        out().println("✗ KHÔNG CHỨNG MINH ĐƯỢC / NOT PROVEN: " + reason);
        out().flush();
        return Outcome.REFUSED;
    }

    private boolean isPackage() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(ZIP, in.readNBytes(ZIP.length));
        }
    }

    private int verifyPackage(DirectoryRecord directory) throws IOException {
        if (sender == null) {
            throw new ParameterException(spec.commandLine(), "--sender says whose signature a package must bear");
        }
        return switch (PackageProof.of(file, sender, directory, (name, content) -> {})) {
            case PackageProof.NotProven(String reason) -> notProven(reason);
            case PackageProof.Proven proven -> {
                PlainWords.aboutPackage(proven).forEach(out()::println);
                yield Outcome.DONE;
            }
        };
    }

    private int verifyEvidence(DirectoryRecord directory) throws IOException {
        List<EvidenceItem> items = items(ProofOptions.bounded(file));
        if (items.isEmpty()) {
            return notProven("the file holds no evidence");
        }
        int outcome = Outcome.DONE;
        for (EvidenceItem item : items) {
            outcome = Math.max(outcome, verify(item, directory));
        }
        PlainWords.limits().forEach(out()::println);
        return outcome;
    }

    private int verify(EvidenceItem item, DirectoryRecord directory) {
        return switch (proof(item, directory)) {
            case EvidenceProof.NotProven(String reason) -> notProven(reason);
            case EvidenceProof.Proven(Evidence evidence) -> {
                PlainWords.aboutEvidence(evidence).forEach(out()::println);
                yield Outcome.DONE;
            }
        };
    }

    private static EvidenceProof proof(EvidenceItem item, DirectoryRecord directory) {
        try {
            return EvidenceProof.of(item.signedOctets(), item.signatureOctets(), directory);
        } catch (IllegalArgumentException notBase64) {
            return new EvidenceProof.NotProven("octets or signature are not base64");
        }
    }

    private static List<EvidenceItem> items(byte[] json) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        try {
            JsonNode root = mapper.readTree(json);
            JsonNode list = root.has("evidence") ? root.get("evidence") : root;
            return list.isArray()
                    ? List.of(mapper.treeToValue(list, EvidenceItem[].class))
                    : List.of(mapper.treeToValue(list, EvidenceItem.class));
        } catch (JacksonException strange) {
            throw new IOException("not evidence as the REST interface gives it", strange);
        }
    }
}
