package vn.lienthong.core.wire;

import java.util.UUID;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.release.ReleaseApproval;
import vn.lienthong.core.release.ReleasePerson;
import vn.lienthong.core.release.ReleaseStatement;
import vn.lienthong.core.release.ReleasedFile;
import vn.lienthong.core.release.SignedRelease;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.signature.DetachedSignature;

/** The release of a state secret as JSON. */
final class ReleaseJson {

    private ReleaseJson() {}

    static ReleaseStatement readStatement(JsonObject json) throws MalformedException {
        HeaderJson.version(json, ReleaseStatement.VERSION);
        UUID draft = json.parsed("draft", CanonicalUuid::parse);
        return new ReleaseStatement(
                draft,
                json.parsed("sender", HeaderJson::agencyCode),
                json.texts("recipients", ParcelHeader.MAX_RECIPIENTS, HeaderJson::agencyCode),
                json.constant("level", Secrecy.class),
                json.parsed("metadata", Sha512::fromHex),
                json.objects("files", Document.MAX_ATTACHMENTS, ReleaseJson::readFile),
                json.parsed("protectedUntil", DocumentJson::date),
                json.parsedOrNull("declassifyOn", DocumentJson::date),
                json.object("composer", ReleaseJson::readPerson),
                json.instant("composedAt"));
    }

    static void writeStatement(JsonWriter json, ReleaseStatement statement) {
        json.whole("v", ReleaseStatement.VERSION)
                .text("draft", statement.draft())
                .text("sender", statement.sender())
                .texts("recipients", statement.recipients())
                .text("level", statement.level().name())
                .text("metadata", statement.metadata())
                .objects("files", statement.files(), ReleaseJson::writeFile)
                .text("protectedUntil", statement.protectedUntil())
                .optionalText("declassifyOn", statement.declassifyOn())
                .object("composer", person -> writePerson(person, statement.composer()))
                .instant("composedAt", statement.composedAt());
    }

    static SignedRelease readSigned(JsonObject json) throws MalformedException {
        HeaderJson.version(json, SignedRelease.VERSION);
        return new SignedRelease(
                json.octets("statement", ReleaseStatement.MAX_OCTETS),
                json.object("composer", ReleaseJson::readApproval),
                json.object("releaser", ReleaseJson::readApproval));
    }

    static void writeSigned(JsonWriter json, SignedRelease release) {
        json.whole("v", SignedRelease.VERSION)
                .octets("statement", release.statement())
                .object("composer", approval -> writeApproval(approval, release.composer()))
                .object("releaser", approval -> writeApproval(approval, release.releaser()));
    }

    private static ReleasedFile readFile(JsonObject json) throws MalformedException {
        return new ReleasedFile(json.whole("size", 0, Attachment.MAX_SIZE), json.parsed("sha512", Sha512::fromHex));
    }

    private static void writeFile(JsonWriter json, ReleasedFile file) {
        json.whole("size", file.size()).text("sha512", file.sha512());
    }

    private static ReleasePerson readPerson(JsonObject json) throws MalformedException {
        return new ReleasePerson(
                json.text("account"), json.text("name"), json.sha256("classical"), json.sha256("postQuantum"));
    }

    private static void writePerson(JsonWriter json, ReleasePerson person) {
        json.text("account", person.account())
                .text("name", person.name())
                .text("classical", person.classical())
                .text("postQuantum", person.postQuantum());
    }

    private static ReleaseApproval readApproval(JsonObject json) throws MalformedException {
        return new ReleaseApproval(
                json.text("account"),
                json.text("name"),
                json.octets("classical", Certificates.MAX_SIZE),
                json.octets("postQuantum", Certificates.MAX_SIZE),
                json.octets("signature", DetachedSignature.MAX_SIZE));
    }

    private static void writeApproval(JsonWriter json, ReleaseApproval approval) {
        json.text("account", approval.account())
                .text("name", approval.name())
                .octets("classical", approval.classical())
                .octets("postQuantum", approval.postQuantum())
                .octets("signature", approval.signature());
    }
}
