package vn.lienthong.core.wire;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.directory.KeyConfirmation;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.core.value.SuiteId;

/** Publications of the directory as JSON; the member {@code kind} tells which change it is. */
final class DirectoryJson {

    private DirectoryJson() {}

    static Publication read(JsonObject json) throws MalformedException {
        HeaderJson.version(json, Publication.VERSION);
        return new Publication(
                json.whole("sequence", 1, Publication.MAX_SEQUENCE),
                json.sha256("previousSha256"),
                json.instant("publishedAt"),
                json.objects("changes", Publication.MAX_CHANGES, DirectoryJson::readChange));
    }

    static void write(JsonWriter json, Publication publication) {
        json.whole("v", Publication.VERSION)
                .whole("sequence", publication.sequence())
                .text("previousSha256", publication.previousSha256())
                .instant("publishedAt", publication.publishedAt())
                .objects("changes", publication.changes(), DirectoryJson::writeChange);
    }

    static SignedPublication readSigned(JsonObject json) throws MalformedException {
        return new SignedPublication(
                json.octets("octets", Publication.MAX_OCTETS),
                json.octets("classicalSignature", SignedPublication.MAX_SIGNATURE),
                json.octets("postQuantumSignature", SignedPublication.MAX_SIGNATURE));
    }

    static void writeSigned(JsonWriter json, SignedPublication signed) {
        json.octets("octets", signed.octets())
                .octets("classicalSignature", signed.classicalSignature())
                .octets("postQuantumSignature", signed.postQuantumSignature());
    }

    static PublicationPage readPage(JsonObject json) throws MalformedException {
        HeaderJson.version(json, Publication.VERSION);
        return new PublicationPage(
                json.whole("latest", 0, Publication.MAX_SEQUENCE),
                json.objects("publications", PublicationPage.MAX_PUBLICATIONS, DirectoryJson::readSigned));
    }

    static void writePage(JsonWriter json, PublicationPage page) {
        json.whole("v", Publication.VERSION)
                .whole("latest", page.latest())
                .objects("publications", page.publications(), DirectoryJson::writeSigned);
    }

    static DirectoryChange readChange(JsonObject json) throws MalformedException {
        return switch (json.text("kind")) {
            case "node" -> readNode(json);
            case "nodeLogs" -> new NodeLogsPut(new NodeId(json.text("node")), NodeLogsJson.read(json));
            case "agency" -> readAgency(json);
            case "agencyKeys" -> readKeys(json);
            case "certificateRevoked" ->
                new CertificateRevoked(json.sha256("fingerprint"), json.text("reason"), json.instant("at"));
            case "nodeRevoked" ->
                new NodeRevoked(new NodeId(json.text("node")), json.text("reason"), json.instant("at"));
            case "agencyClosed" ->
                new AgencyClosed(
                        json.parsed("code", HeaderJson::agencyCode),
                        json.instant("at"),
                        json.textsOrNone("successors", DirectoryChange.MAX_SUCCESSORS, HeaderJson::agencyCode));
            default -> throw json.wrong("unknown kind of change", "kind");
        };
    }

    static void writeChange(JsonWriter json, DirectoryChange change) {
        switch (change) {
            case NodePut put -> writeNode(json, put);
            case NodeLogsPut put ->
                NodeLogsJson.write(json.text("kind", "nodeLogs").text("node", put.node()), put.logs());
            case AgencyPut put -> writeAgency(json, put);
            case AgencyKeysPut put -> writeKeys(json, put);
            case CertificateRevoked revoked ->
                json.text("kind", "certificateRevoked")
                        .text("fingerprint", revoked.fingerprint())
                        .text("reason", revoked.reason())
                        .instant("at", revoked.at());
            case NodeRevoked revoked ->
                json.text("kind", "nodeRevoked")
                        .text("node", revoked.node())
                        .text("reason", revoked.reason())
                        .instant("at", revoked.at());
            case AgencyClosed closed ->
                json.text("kind", "agencyClosed")
                        .text("code", closed.code())
                        .instant("at", closed.at())
                        .optionalTexts("successors", closed.successors());
        }
    }

    private static NodePut readNode(JsonObject json) throws MalformedException {
        return new NodePut(
                new NodeId(json.text("id")),
                json.text("name"),
                json.text("exchangeUrl"),
                json.octets("tlsCertificate", PublishedCertificate.MAX_OCTETS),
                json.octets("signingCertificate", PublishedCertificate.MAX_OCTETS),
                json.constant("reachability", Reachability.class),
                json.constant("status", NodeStatus.class),
                json.constant("approvedFor", Secrecy.class));
    }

    private static void writeNode(JsonWriter json, NodePut node) {
        json.text("kind", "node")
                .text("id", node.id())
                .text("name", node.name())
                .text("exchangeUrl", node.exchangeUrl())
                .octets("tlsCertificate", node.tlsCertificate())
                .octets("signingCertificate", node.signingCertificate())
                .text("reachability", node.reachability().name())
                .text("status", node.status().name())
                .text("approvedFor", node.approvedFor().name());
    }

    private static AgencyPut readAgency(JsonObject json) throws MalformedException {
        Agency agency = new Agency(
                json.parsed("id", DirectoryJson::agencyId),
                json.constant("bloc", Bloc.class),
                json.text("name"),
                json.objects("codes", Agency.MAX_CODES, DirectoryJson::readCode),
                json.parsedOrNull("parent", DirectoryJson::agencyId));
        return new AgencyPut(
                agency,
                new NodeId(json.text("node")),
                json.texts("suites", DirectoryChange.MAX_SUITES, text -> Optional.of(new SuiteId(text))));
    }

    private static void writeAgency(JsonWriter json, AgencyPut put) {
        json.text("kind", "agency")
                .text("id", put.agency().id())
                .text("bloc", put.agency().bloc().name())
                .text("name", put.agency().name())
                .objects(
                        "codes",
                        put.agency().codes(),
                        (object, validity) -> object.text("code", validity.code())
                                .instant("from", validity.from())
                                .optionalInstant("until", validity.until()))
                .optionalText("parent", put.agency().parent())
                .text("node", put.node())
                .texts("suites", put.suites());
    }

    private static CodeValidity readCode(JsonObject json) throws MalformedException {
        return new CodeValidity(
                json.parsed("code", HeaderJson::agencyCode), json.instant("from"), json.instantOrNull("until"));
    }

    private static AgencyKeysPut readKeys(JsonObject json) throws MalformedException {
        return new AgencyKeysPut(
                json.parsed("agency", DirectoryJson::agencyId),
                json.whole("epoch", 1, AgencyKeysPut.MAX_EPOCH),
                json.object("classical", DirectoryJson::readCertificate),
                json.object("postQuantum", DirectoryJson::readCertificate),
                json.objects(
                        "suiteKeys",
                        DirectoryChange.MAX_SUITES,
                        key -> new SuiteKey(new SuiteId(key.text("suite")), readCertificate(key))),
                json.objectOrNull("confirmation", DirectoryJson::readConfirmation));
    }

    private static KeyConfirmation readConfirmation(JsonObject json) throws MalformedException {
        return new KeyConfirmation(
                json.whole("baseEpoch", 1, AgencyKeysPut.MAX_EPOCH),
                json.octets("classical", KeyConfirmation.MAX_OCTETS),
                json.octets("postQuantum", KeyConfirmation.MAX_OCTETS));
    }

    private static void writeConfirmation(JsonWriter json, KeyConfirmation confirmation) {
        json.whole("baseEpoch", confirmation.baseEpoch())
                .octets("classical", confirmation.classical())
                .octets("postQuantum", confirmation.postQuantum());
    }

    private static void writeKeys(JsonWriter json, AgencyKeysPut put) {
        json.text("kind", "agencyKeys")
                .text("agency", put.agency())
                .whole("epoch", put.epoch())
                .object("classical", object -> writeCertificate(object, put.classical()))
                .object("postQuantum", object -> writeCertificate(object, put.postQuantum()))
                .objects(
                        "suiteKeys",
                        put.suiteKeys(),
                        (object, key) -> writeCertificate(object.text("suite", key.suite()), key.certificate()))
                .optionalObject("confirmation", put.confirmation(), DirectoryJson::writeConfirmation);
    }

    private static PublishedCertificate readCertificate(JsonObject json) throws MalformedException {
        return new PublishedCertificate(
                json.octets("certificate", PublishedCertificate.MAX_OCTETS),
                json.instant("notBefore"),
                json.instant("notAfter"));
    }

    private static void writeCertificate(JsonWriter json, PublishedCertificate certificate) {
        json.octets("certificate", certificate.der())
                .instant("notBefore", certificate.notBefore())
                .instant("notAfter", certificate.notAfter());
    }

    private static Optional<AgencyId> agencyId(String text) {
        Optional<UUID> uuid = CanonicalUuid.parse(text);
        return uuid.map(AgencyId::new);
    }
}
