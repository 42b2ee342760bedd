package vn.lienthong.node.dropfolder.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.desk.door.DocumentDoor;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.edxml.EdxmlIntake;
import vn.lienthong.node.edxml.EdxmlRefusal;
import vn.lienthong.node.edxml.EdxmlTaken;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.platform.InNodeRole;

/** Sends what was dropped. The same files under the same name are sent once, however often this is tried. */
@InNodeRole
@Component
class DropSending {

    static final String SIDECAR = ".json";
    static final String READY = ".ready";

    private static final Logger LOG = LoggerFactory.getLogger(DropSending.class);
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final int KEY_DIGITS = 16;
    private static final int BUFFER = 64 << 10;

    private final DocumentDoor documents;
    private final EdxmlIntake messages;

    DropSending(DocumentDoor documents, EdxmlIntake messages) {
        this.documents = documents;
        this.messages = messages;
    }

    static boolean isMessage(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".edxml");
    }

    static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file, READ.toArray(OpenOption[]::new)), BUFFER);
    }

    /**
     * Sends the files of a directory.
     *
     * @param agency the sender
     * @param drop the directory, named after what was dropped
     */
    DropResult send(AgencyCode agency, Path drop) throws IOException {
        String name = String.valueOf(drop.getFileName());
        List<String> files = FolderTree.names(drop).stream()
                .filter(file -> !file.equals(name + READY))
                .toList();
        try {
            Sha256 key = key(agency, name, drop, files);
            if (files.contains(name + SIDECAR)) {
                return document(agency, key, drop, name, files);
            }
            Optional<String> message =
                    files.stream().filter(DropSending::isMessage).findFirst();
            return message.isPresent() && files.size() == 1
                    ? message(agency, key, drop.resolve(message.get()))
                    : DropResult.Failed.of(
                            ErrorCode.REQUEST_MALFORMED,
                            "Thiếu tệp mô tả " + name + SIDECAR,
                            "The description " + name + SIDECAR + " is missing");
        } catch (UncheckedIOException e) {
            LOG.warn("what was dropped cannot be sent now", e);
            return new DropResult.Later();
        }
    }

    private DropResult document(AgencyCode agency, Sha256 key, Path drop, String name, List<String> files) {
        try (DropParts parts = new DropParts(drop, name + SIDECAR, files)) {
            DocumentDoor.Sent sent = documents.take(caller(agency), key, parts);
            return new DropResult.Sent(
                    FolderJson.done("sent", sent.dispatch().parcelId(), sent.repeated(), sent.leftOut()));
        } catch (ProblemException e) {
            return e.code().retryable()
                    ? new DropResult.Later()
                    : new DropResult.Failed(FolderJson.refused(
                            e.code(), e.code().vietnamese(), e.code().english(), e.errors()));
        }
    }

    private DropResult message(AgencyCode agency, Sha256 key, Path file) throws IOException {
        EdxmlCall call = new EdxmlCall(
                agency, Set.of(agency), "folder:" + agency.value(), Optional.of("folder-" + key.hex()), List.of());
        try (InputStream octets = open(file)) {
            return switch (messages.take(call, octets)) {
                case EdxmlTaken.Sent(var parcel, boolean repeated, var leftOut) ->
                    new DropResult.Sent(FolderJson.done(
                            "sent",
                            parcel,
                            repeated,
                            leftOut.stream()
                                    .map(one -> Map.of(
                                            "recipient", one.recipient().value(),
                                            "code",
                                                    one.error()
                                                            .map(ErrorCode::code)
                                                            .orElse("")))
                                    .toList()));
                case EdxmlTaken.Stated(var parcel, var _) ->
                    new DropResult.Sent(FolderJson.done("stated", parcel, false, List.of()));
                case EdxmlTaken.Refused(EdxmlRefusal refusal) -> refused(refusal);
            };
        }
    }

    private static DropResult refused(EdxmlRefusal refusal) {
        if (refusal.kind() == EdxmlRefusal.Kind.LATER) {
            return new DropResult.Later();
        }
        List<?> recipients = refusal.recipients().stream()
                .map(one -> Map.of(
                        "pointer",
                        one.recipient().value(),
                        "code",
                        one.error().map(ErrorCode::code).orElse("")))
                .toList();
        List<?> errors = refusal.element().isEmpty()
                ? recipients
                : List.of(Map.of(
                        "pointer", refusal.element(), "code", refusal.code().code()));
        return new DropResult.Failed(
                FolderJson.refused(refusal.code(), refusal.vietnamese(), refusal.english(), errors));
    }

    /** The folder speaks for its agency and for nobody else; its number is made of the code, so that records tell folders apart. */
    private static ApiCaller caller(AgencyCode agency) {
        String number = Sha256.of(("folder " + agency.value()).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, KEY_DIGITS);
        return new ApiCaller(new ApiKeyId(number), agency, Set.of(ApiScope.SUBMIT), ApiKeyKind.LIVE);
    }

    private static Sha256 key(AgencyCode agency, String name, Path drop, List<String> files) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(("lt/folder/1\0" + agency.value() + "\0" + name + "\0").getBytes(StandardCharsets.UTF_8));
        for (String file : files) {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            digest.update(Sha256.OF_NOTHING.bytes());
            digest.update(content(drop.resolve(file)));
        }
        return Sha256.fromBytes(digest.digest());
    }

    private static byte[] content(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream octets = open(file)) {
            for (int read = octets.read(buffer); read >= 0; read = octets.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }
}
