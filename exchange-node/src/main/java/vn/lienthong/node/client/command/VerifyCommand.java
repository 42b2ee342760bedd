package vn.lienthong.node.client.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.client.proof.NotProvenException;
import vn.lienthong.node.client.proof.PackageProof;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.client.proof.ProofReport;
import vn.lienthong.node.client.proof.ProofRun;
import vn.lienthong.node.client.proof.ProofSource;
import vn.lienthong.node.client.proof.ProofVerdict;

/** Verifies a dossier, a receipt, evidence or a package. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verifies a dossier (.asice), a printed receipt (.pdf), evidence (.json, as the REST interface gives"
                        + " it) or a package, and says in plain words what is proven and what is not; asks no server.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is proven, and seen by enough witnesses",
            "1:something is not proven",
            "2:the command line is not right",
            "3:a file is not usable",
            "5:signed by the node, but not, or not yet, seen by enough witnesses"
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOptions basis = new DirectoryOptions();

    @Parameters(
            paramLabel = "FILE",
            description = "Dossier or package (.asice), receipt (.pdf), evidence (.json), or .tlog-proof.")
    private Path file = Path.of("evidence.json");

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "For a .tlog-proof: the evidence to which it belongs, as signed.")
    private @Nullable Path evidence;

    @Option(names = "--signature", paramLabel = "FILE", description = "With --evidence: its signature (.p7s).")
    private @Nullable Path signature;

    @Option(names = "--lang", defaultValue = "vi", paramLabel = "vi|en", description = "Language of the report.")
    private String language = "vi";

    @Option(
            names = "--sender",
            converter = CodeConverter.class,
            paramLabel = "CODE",
            description = "For a package: the agency that is expected to have signed.")
    private @Nullable AgencyCode sender;

    @Override
    public Integer call() {
        try {
            return sender == null ? proofs() : aPackage(basis.directory(), sender);
        } catch (NotProvenException basisFails) {
            out().println("✗ Danh mục / directory: " + basisFails.getMessage());
            return Outcome.REFUSED;
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        } finally {
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int aPackage(DirectoryRecord directory, AgencyCode expected) throws IOException {
        return switch (PackageProof.of(file, expected, directory, (name, content) -> {})) {
            case PackageProof.NotProven(String reason) -> {
                out().println("✗ KHÔNG CHỨNG MINH ĐƯỢC / NOT PROVEN: " + reason);
                yield Outcome.REFUSED;
            }
            case PackageProof.Proven proven -> {
                PlainWords.aboutPackage(proven).forEach(out()::println);
                yield Outcome.DONE;
            }
        };
    }

    private int proofs() throws IOException {
        Optional<ProofFiles> opened = ProofFiles.open(ProofSource.of(file));
        ProofFiles files = opened.isPresent() ? opened.get() : loose();
        if (files.form() == ProofFiles.Form.CONTAINER
                && files.part(ProofFiles.CONTENTS).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "not a dossier; for a package, --sender says whose signature it must bear");
        }
        ProofReport report = ProofRun.check(ProofSource.of(file), files, basis.basis());
        boolean english = language.equals("en");
        Locale locale = Locale.forLanguageTag(english ? "en" : "vi");
        report.lines().forEach(line -> out().println(line.kind().sign() + " " + line.in(locale)));
        ProofVerdict verdict = report.verdict();
        out().println((english ? "RESULT: " : "KẾT QUẢ: ") + verdict.words(english));
        return switch (verdict) {
            case PROVEN -> Outcome.DONE;
            case SIGNED_ONLY -> Outcome.SIGNED_ONLY;
            case NOT_PROVEN -> Outcome.REFUSED;
        };
    }

    private ProofFiles loose() throws IOException {
        byte[] octets = ProofOptions.bounded(file);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        if (evidence == null) {
            List<EvidenceItem> items = items(octets);
            for (int i = 0; i < items.size(); i++) {
                put(parts, ProofFiles.EVIDENCE + (i + 1), items.get(i));
            }
        } else {
            parts.put(ProofFiles.EVIDENCE + "1.json", ProofOptions.bounded(evidence));
            parts.put(ProofFiles.EVIDENCE + "1.tlog-proof", octets);
            if (signature != null) {
                parts.put(ProofFiles.EVIDENCE + "1.p7s", ProofOptions.bounded(signature));
            }
        }
        return new ProofFiles(parts, ProofFiles.Form.LOOSE);
    }

    private static void put(Map<String, byte[]> parts, String stem, EvidenceItem item) throws IOException {
        try {
            parts.put(stem + ".json", item.signedOctets());
            parts.put(stem + ".p7s", item.signatureOctets());
            item.logProof().ifPresent(proof -> parts.put(stem + ".tlog-proof", proof));
        } catch (IllegalArgumentException notBase64) {
            throw new IOException("octets, signature or proof are not base64", notBase64);
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
