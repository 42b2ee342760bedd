package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.Approvals;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.SecretAccess;
import vn.lienthong.node.delivery.SecretDispatches;
import vn.lienthong.node.delivery.SecretEntry;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.testing.Marks;
import vn.lienthong.node.testing.SecretsHeard;

/**
 * A state secret that goes from the province to a commune, is read there and handed over.
 *
 * @param parcel its parcel
 * @param entry its entry at the commune
 * @param evidence what was stated about it
 */
record SecretTravel(ParcelId parcel, long entry, List<String> evidence) {

    static final String SUBJECT = "Phương-án-giữ-đèo-mùa-lũ-tuyệt-không-để-lộ";
    static final String NAME = "ban-do-kho-luong-Khe-Sanh";
    static final String FILE = NAME + ".txt";
    static final String CONTENT = "Kho-thứ-bảy-nằm-dưới-gốc-đa-làng-Vây " + Marks.PHRASE;
    static final String NUMBER = "7719";

    static SecretTravel play(TwoNodes nodes) throws IOException {
        SecretDispatches secrets = nodes.north().get(SecretDispatches.class);
        ParcelId parcel = send(secrets);
        TwoNodes.await(
                "the secret arrives",
                () -> nodes.south()
                        .get(SecretInbox.class)
                        .find(parcel, TwoNodes.COMMUNE)
                        .isPresent());
        SecretInbox inbox = nodes.south().get(SecretInbox.class);
        SecretEntry entry = inbox.find(parcel, TwoNodes.COMMUNE).orElseThrow();
        read(inbox, entry, nodes.south().get(SecretsHeard.class).key(parcel));
        Sha512 digest = Sha512.fromHex(entry.packageSha512()).orElseThrow();
        assertThat(inbox.acknowledge(TwoNodes.COMMUNE, entry.entryId(), digest)).isInstanceOf(Settlement.Done.class);
        TwoNodes.await(
                "the hand-over is known",
                () -> secrets.find(TwoNodes.PROVINCE, parcel).orElseThrow().deliveries().stream()
                        .allMatch(leg -> leg.stage() == DeliveryStage.HANDED_OVER));
        List<String> evidence = Stream.of(nodes.north(), nodes.south())
                .flatMap(node -> node.get(EvidenceBook.class).ofParcel(parcel).stream())
                .map(stored -> stored.evidence().id().toString())
                .distinct()
                .toList();
        assertThat(evidence).hasSizeGreaterThan(2);
        return new SecretTravel(parcel, entry.entryId(), evidence);
    }

    private static ParcelId send(SecretDispatches secrets) throws IOException {
        DocumentMetadata metadata = DocumentMetadata.builder(
                        Organization.of(TwoNodes.PROVINCE, "Ủy ban nhân dân tỉnh Sông Hương"), SUBJECT)
                .secrecy(Secrecy.SECRET)
                .code(new DocumentCode(NUMBER, "KH-UBND"))
                .build();
        DispatchOrder order = new DispatchOrder(
                TwoNodes.PROVINCE,
                List.of(TwoNodes.COMMUNE),
                false,
                Optional.empty(),
                metadata,
                Sha256.of(new byte[] {7}),
                Sha256.of(new byte[] {8}),
                "secret:test");
        Approvals approvals = new Approvals(Octets.of("{\"v\":1}".getBytes(StandardCharsets.US_ASCII)));
        Submission begun = secrets.begin(order, approvals);
        assertThat(begun).isInstanceOf(Submission.Open.class);
        try (OpenDispatch dispatch = ((Submission.Open) begun).dispatch()) {
            dispatch.addFile(FILE, "text/plain", new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8)));
            return ((Completion.Taken) dispatch.submit()).parcelId();
        }
    }

    private static void read(SecretInbox inbox, SecretEntry entry, byte[] key) throws IOException {
        SecretAccess.Opened opened = (SecretAccess.Opened) inbox.open(Set.of(TwoNodes.COMMUNE), entry.entryId(), key);
        try (var content = opened.content()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            content.copyFile(PackageLayout.file(0, FileName.sanitise(FILE)), file);
            assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo(CONTENT);
        }
    }

    /** The names by which somebody might ask for it. */
    List<String> names() {
        return List.of(parcel.toString(), Long.toString(entry), evidence.getFirst());
    }
}
