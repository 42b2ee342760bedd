package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.client.proof.NotProvenException;
import vn.lienthong.node.client.proof.ProofBasis;

/** By what something is checked that brings a directory along: that one, or the reader's own. */
final class DirectoryOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "anchor.pem: the certificates of the authority and of the directory, obtained on a safe way."
                    + " Without it the one inside the file is used, and the report says so.")
    private @Nullable Path anchor;

    @Option(
            names = "--directory",
            split = ",",
            paramLabel = "FILE",
            description =
                    "The directory's publications from the first on, as its address /directory/v1/publications?after=0"
                            + " sends them; more files in order. Without it those inside the file are used.")
    private List<Path> publications = new ArrayList<>();

    /** What was named. */
    ProofBasis basis() throws IOException {
        List<byte[]> pages = new ArrayList<>();
        for (Path file : publications) {
            pages.add(ProofOptions.bounded(file));
        }
        return new ProofBasis(anchor == null ? Optional.empty() : Optional.of(ProofOptions.bounded(anchor)), pages);
    }

    /** The directory, for what brings none along. */
    DirectoryRecord directory() throws IOException, NotProvenException {
        ProofBasis basis = basis();
        byte[] given = basis.anchor()
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "a package needs --anchor and --directory"));
        return DirectoryRecord.verify(given, basis.pages());
    }
}
