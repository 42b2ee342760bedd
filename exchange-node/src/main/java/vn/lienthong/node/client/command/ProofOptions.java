package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.client.proof.NotProvenException;

/** By what something is checked: files only, no network. */
final class ProofOptions {

    private static final long MOST = 32L << 20;

    @Option(
            names = "--anchor",
            required = true,
            paramLabel = "FILE",
            description = "anchor.pem: the certificates of the authority and of the directory, obtained on a safe way.")
    private Path anchor = Path.of("anchor.pem");

    @Option(
            names = "--directory",
            required = true,
            split = ",",
            paramLabel = "FILE",
            description = "The directory's publications from the first on, as its address"
                    + " /directory/v1/publications?after=0 sends them; more files in order.")
    private List<Path> publications = new ArrayList<>();

    DirectoryRecord directory() throws IOException, NotProvenException {
        List<byte[]> pages = new ArrayList<>();
        for (Path file : publications) {
            pages.add(bounded(file));
        }
        return DirectoryRecord.verify(bounded(anchor), pages);
    }

    static byte[] bounded(Path file) throws IOException {
        if (Files.size(file) > MOST) {
            throw new IOException("larger than 32 MiB: " + file);
        }
        return Files.readAllBytes(file);
    }
}
