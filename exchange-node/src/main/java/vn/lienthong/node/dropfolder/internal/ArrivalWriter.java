package vn.lienthong.node.dropfolder.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.desk.door.ReadingDoor;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.edxml.EdxmlOutlet;
import vn.lienthong.node.edxml.EdxmlWritten;
import vn.lienthong.node.platform.InNodeRole;

/** Writes documents out of their packages. */
@InNodeRole
@Component
class ArrivalWriter implements ArrivalWriting {

    private static final int BUFFER = 64 << 10;

    private final Inbox inbox;
    private final EdxmlOutlet outlet;
    private final ReadingDoor readings;

    ArrivalWriter(Inbox inbox, EdxmlOutlet outlet, ReadingDoor readings) {
        this.inbox = inbox;
        this.outlet = outlet;
        this.readings = readings;
    }

    @Override
    public Outcome write(FolderTree tree, InboxEntry entry, UUID lease, FolderProperties.Format format, Path directory)
            throws IOException {
        PackageAccess access = inbox.open(entry.recipient(), entry.entryId(), lease);
        if (!(access instanceof PackageAccess.Opened opened)) {
            return new Outcome.Gone();
        }
        try (OpenPackage content = opened.content()) {
            if (opened.document().metadata().secrecy().isStateSecret()) {
                return new Outcome.Never(ErrorCode.SECRECY_NOT_ALLOWED);
            }
            readings.wholePackage(opened, null);
            Sha512 digest = digest(content);
            if (!digest.equals(opened.packageSha512())) {
                throw new IOException("the package is no longer what was accepted");
            }
            if (format == FolderProperties.Format.FILES) {
                files(tree, opened.document(), content, directory);
            } else {
                Optional<ErrorCode> never = message(entry, lease, directory);
                if (never.isPresent()) {
                    return new Outcome.Never(never.get());
                }
            }
            tree.write(directory.resolve("delivery.json"), delivery(entry, digest));
            return new Outcome.Complete(digest);
        }
    }

    private static void files(FolderTree tree, Document document, OpenPackage content, Path directory)
            throws IOException {
        Path files = directory.resolve("files");
        tree.makePrivate(files);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < document.attachments().size(); i++) {
            Attachment file = document.attachments().get(i);
            String name = file.name().value();
            // Names that differ in case only are one name on some systems.
            String free = taken.add(fold(name)) ? name : (i + 1) + "-" + name;
            copy(content, PackageLayout.file(i, file.name()), files.resolve(free));
        }
        tree.write(directory.resolve("document.json"), WireFormats.DOCUMENT.encode(document));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void copy(OpenPackage content, String object, Path file) throws IOException {
        try (OutputStream out = create(file)) {
            content.copyFile(object, out);
        }
        FolderTree.force(file);
    }

    private static OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER);
    }

    private Optional<ErrorCode> message(InboxEntry entry, UUID lease, Path directory) throws IOException {
        Path file = directory.resolve("message.xml");
        EdxmlWritten written;
        try (OutputStream out = create(file)) {
            Set<AgencyCode> agencies = Set.of(entry.recipient());
            written = outlet.write(agencies, entry.entryId(), Optional.of(lease), out);
        }
        return switch (written) {
            case EdxmlWritten.Written _ -> {
                FolderTree.force(file);
                yield Optional.empty();
            }
            case EdxmlWritten.Unwritable(ErrorCode code) -> Optional.of(code);
            case EdxmlWritten.NotLeased(), EdxmlWritten.LeaseEnded(), EdxmlWritten.Absent() ->
                throw new IOException("the lease ended while a document was written");
        };
    }

    private static byte[] delivery(InboxEntry entry, Sha512 digest) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("entryId", entry.entryId());
        told.put("parcelId", entry.parcelId().toString());
        told.put("sender", entry.sender().value());
        told.put("senderName", entry.senderName());
        told.put("recipient", entry.recipient().value());
        told.put("receivedAt", Timestamps.format(entry.receivedAt()));
        told.put("urgency", entry.urgency());
        told.put("packageSha512", digest.hex());
        return FolderJson.octets(told);
    }

    private static Sha512 digest(OpenPackage content) throws IOException {
        MessageDigest digest = Sha512.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream all = content.range(0, content.size())) {
            for (int read = all.read(buffer); read >= 0; read = all.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha512.fromBytes(digest.digest());
    }
}
