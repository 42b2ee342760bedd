package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.Digests;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.Inbox;
import vn.lienthong.node.client.Lease;
import vn.lienthong.node.platform.DurableFiles;

/**
 * Takes one entry out of the inbox: lease, download, check, acknowledge.
 *
 * <p>Guarantees: nothing is acknowledged before its package lies complete and durable under its name; no file is ever
 * overwritten; a run that broke between the two is finished by the next one.
 */
final class TakeEntry {

    private final ExchangeClient client;
    private final Path directory;

    TakeEntry(ExchangeClient client, Path directory) {
        this.client = client;
        this.directory = directory;
    }

    /** What became of it. */
    sealed interface Result {}

    /**
     * It is here and acknowledged.
     *
     * @param file the package
     */
    record Taken(Path file) implements Result {}

    /**
     * It stays in the inbox.
     *
     * @param reason why
     */
    record Left(String reason) implements Result {}

    Result take(Inbox.Entry entry) throws IOException {
        Files.createDirectories(directory);
        return switch (client.lease(entry.entryId())) {
            case Answer.Refused<Lease>(var problem) -> new Left(problem.readable());
            case Answer.Given<Lease>(Lease lease) -> leased(entry, lease);
        };
    }

    private Result leased(Inbox.Entry entry, Lease lease) throws IOException {
        Path file = directory.resolve(SaneNames.ofPackage(entry));
        if (!Files.exists(file)) {
            Path partial = directory.resolve(SaneNames.partial(entry));
            Files.deleteIfExists(partial);
            Answer<Digests.Sha512> downloaded = client.download(entry.entryId(), lease, partial);
            if (downloaded instanceof Answer.Refused<Digests.Sha512>(var problem)) {
                return new Left(problem.readable());
            }
            if (!Digests.sha512(partial).hex().equals(lease.packageSha512())) {
                return new Left("digest of " + partial + " is not the one that the node states; not acknowledged");
            }
            keep(partial, file);
        }
        return acknowledge(entry, lease, file);
    }

    private static void keep(Path partial, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        // A hard link fails when the name is taken, where a rename would overwrite.
        Files.createLink(file, partial);
        Files.delete(partial);
        DurableFiles.forceDirectoryOf(file);
    }

    private Result acknowledge(Inbox.Entry entry, Lease lease, Path file) throws IOException {
        Digests.Sha512 computed = Digests.sha512(file);
        if (!computed.hex().equals(lease.packageSha512())) {
            return new Left("another file is already called " + file + "; not acknowledged");
        }
        return switch (client.acknowledge(entry.entryId(), lease, computed)) {
            case Answer.Refused<EvidenceItem>(var problem) -> new Left(problem.readable());
            case Answer.Given<EvidenceItem> handedOver -> new Taken(file);
        };
    }
}
