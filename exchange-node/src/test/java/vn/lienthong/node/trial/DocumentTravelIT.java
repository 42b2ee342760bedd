package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.Inbox;
import vn.lienthong.node.client.Problem;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.Submission;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.client.proof.PackageProof;

/** Documents between real nodes when nothing goes wrong, and submissions that must be refused. */
class DocumentTravelIT {

    private static final String MARKER = "DAU-VET-NOI-DUNG-7f3a91";
    private static final String SUBJECT = "Trích yếu không được để lộ 58c2";
    private static final String PARCEL = " where parcel_id = unhex(replace(?, '-', ''))";
    private static final int SIZE = 1 << 20;

    private static ExchangeUnderTest exchange;
    private static AgencyUnderTest sender;
    private static AgencyUnderTest neighbour;
    private static AgencyUnderTest first;
    private static AgencyUnderTest second;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        sender = exchange.alpha().agency("H10.01");
        neighbour = exchange.alpha().agency("H10.02");
        first = exchange.beta().agency("H20.01");
        second = exchange.beta().agency("H20.02");
    }

    @Test
    void carriesOnePayloadToEachNodeProvesEveryDeliveryAndLeavesNothingReadable() throws IOException, SQLException {
        Path work = exchange.work("travel");
        AttachedFile file = marked(work.resolve("bao-cao.bin"), 1);
        long before = exchange.beta().line().forwarded();
        Dispatch dispatch = sender.submit(
                AgencyUnderTest.letter("travel-1", List.of("H10.02", "H20.01", "H20.02"), 0, SUBJECT, file));
        Dispatch consigned = sender.await(dispatch.parcelId(), "CONSIGNED");
        assertThat(consigned.deliveries())
                .extracting(Dispatch.Delivery::recipient, Dispatch.Delivery::node)
                .containsExactlyInAnyOrder(tuple("H10.02", "alpha"), tuple("H20.01", "beta"), tuple("H20.02", "beta"));
        assertStoredAndSentOnce(consigned, exchange.beta().line().forwarded() - before);
        DirectoryRecord record = exchange.record();
        for (AgencyUnderTest recipient : List.of(neighbour, first, second)) {
            assertTaken(recipient, consigned, work, file.path(), record);
        }
        assertThat(sender.await(dispatch.parcelId(), "HANDED_OVER").deliveries())
                .hasSize(3);
        ProvenTravel proven = ProvenTravel.of(sender.evidence(dispatch.parcelId()), record);
        for (String recipient : List.of("H10.02", "H20.01", "H20.02")) {
            proven.assertEvents(
                    recipient,
                    EvidenceEvent.SUBMISSION_ACCEPTANCE,
                    EvidenceEvent.CONTENT_CONSIGNMENT,
                    EvidenceEvent.CONTENT_HANDOVER);
        }
        assertThat(DiskSearch.find(MARKER, exchange.places())).isEmpty();
        assertThat(DiskSearch.find(SUBJECT, exchange.places())).isEmpty();
        assertThat(DiskSearch.find("mimetypeapplication/vnd.etsi.asic-e+zip", exchange.places()))
                .isEmpty();
    }

    private static void assertStoredAndSentOnce(Dispatch dispatch, long wire) throws IOException, SQLException {
        String id = dispatch.parcelId();
        for (NodeUnderTest node : List.of(exchange.alpha(), exchange.beta())) {
            assertThat(node.payloads().stream()
                            .filter(file -> file.getFileName().toString().contains(id)))
                    .hasSize(1);
            assertThat(Files.size(node.payload(id).orElseThrow())).isEqualTo(dispatch.payloadSize());
        }
        assertThat(wire).isBetween(dispatch.payloadSize(), dispatch.payloadSize() * 3 / 2);
        try (NodeTables tables = exchange.alpha().tables()) {
            assertThat(tables.texts("select target_node from shipment" + PARCEL + " order by 1", id))
                    .containsExactly("alpha", "beta");
            assertThat(tables.texts("select octets from attempt" + PARCEL + " and target_node = 'beta'", id))
                    .containsExactly(Long.toString(dispatch.payloadSize()));
            assertThat(tables.number("select count(*) from document_record where subject = ?", SUBJECT))
                    .isEqualTo(1);
        }
    }

    private static void assertTaken(
            AgencyUnderTest recipient, Dispatch dispatch, Path work, Path original, DirectoryRecord record)
            throws IOException {
        Inbox.Entry entry = recipient.awaitEntry(dispatch.parcelId());
        Path container = work.resolve(recipient.code() + ".asice");
        assertThat(recipient.take(entry, container).event()).isEqualTo("ContentHandover");
        Path content = work.resolve(recipient.code() + ".bin");
        PackageProof proof = PackageProof.of(
                container, new AgencyCode(sender.code()), record, (name, in) -> keep(name, in, content));
        assertThat(proof).isInstanceOf(PackageProof.Proven.class);
        assertThat(Files.mismatch(content, original)).isEqualTo(-1);
    }

    private static void keep(String name, InputStream in, Path target) throws IOException {
        if (PackageLayout.isFile(name)) {
            Files.copy(in, target);
        }
    }

    // Random octets, so that nothing can hide in a compressed form, with the marker in between.
    private static AttachedFile marked(Path path, long seed) throws IOException {
        byte[] content = new byte[SIZE];
        new SplittableRandom(seed).nextBytes(content);
        byte[] marker = MARKER.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + marker.length < content.length; at += 10_000) {
            System.arraycopy(marker, 0, content, at, marker.length);
        }
        Files.write(path, content);
        return AttachedFile.of(path);
    }

    @Test
    void keepsAgenciesOfOneNodeApartAndCarriesBetweenThemWithoutTheNetwork() throws IOException {
        long before = exchange.alpha().line().forwarded();
        AttachedFile file = GeneratedFile.of(exchange.work("small").resolve("local.bin"), SIZE, 2);
        Dispatch dispatch = neighbour.submit(AgencyUnderTest.letter("local-1", List.of("H10.01"), 1, "Nội bộ", file));
        assertThat(neighbour.await(dispatch.parcelId(), "CONSIGNED").deliveries())
                .hasSize(1);
        assertThat(sender.awaitEntry(dispatch.parcelId()).sender()).isEqualTo("H10.02");
        assertThat(neighbour.inbox()).noneMatch(entry -> entry.parcelId().equals(dispatch.parcelId()));
        assertThat(sender.client().dispatch(dispatch.parcelId())).isInstanceOf(Answer.Refused.class);
        assertThat(sender.client().evidence(dispatch.parcelId())).isInstanceOf(Answer.Refused.class);
        // Statements about documents of other tests may arrive meanwhile; the document itself would be far more.
        assertThat(exchange.alpha().line().forwarded()).isLessThan(before + SIZE / 2);
    }

    @Test
    void refusesUnknownAndClosedRecipientsByNameAndServesTheRestWhenAllowed() throws IOException, RefusedException {
        closeAtOnce("H10.03");
        AttachedFile file = small("refused.bin", 3);
        Submission letter =
                AgencyUnderTest.letter("refused-1", List.of("H10.03", "H20.01", "H99.99"), 1, "Một phần", file);
        Problem problem = sender.refusal(letter);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.faults())
                .extracting(Problem.Fault::code)
                .containsExactlyInAnyOrder(ErrorCode.RECIPIENT_CLOSED.code(), ErrorCode.RECIPIENT_UNKNOWN.code());
        assertThat(problem.readable()).contains("H10.03").contains("H99.99").doesNotContain("H20.01");
        Dispatch partial = sender.submit(AgencyUnderTest.partial(letter, "refused-2"));
        assertThat(partial.refusedRecipients())
                .extracting(Dispatch.RefusedRecipient::recipient, Dispatch.RefusedRecipient::code)
                .containsExactlyInAnyOrder(
                        tuple("H10.03", ErrorCode.RECIPIENT_CLOSED.code()),
                        tuple("H99.99", ErrorCode.RECIPIENT_UNKNOWN.code()));
        assertThat(sender.await(partial.parcelId(), "CONSIGNED").deliveries())
                .extracting(Dispatch.Delivery::recipient)
                .containsExactly("H20.01");
        Submission nobody = AgencyUnderTest.letter("refused-3", List.of("H99.99"), 1, "Không ai", file);
        assertThat(sender.refusal(AgencyUnderTest.partial(nobody, "refused-4")).status())
                .isEqualTo(422);
    }

    private static void closeAtOnce(String code) throws IOException, RefusedException {
        try (DirectoryClient administration = exchange.administration()) {
            ExchangeUnderTest.register(administration, code, ExchangeUnderTest.ALPHA);
            exchange.alpha().awaitKnown(code);
            long sequence = administration
                    .closeAgency(code, Clock.systemUTC().instant().plusMillis(1500))
                    .orThrow()
                    .sequence();
            assertThat(sequence).isPositive();
        }
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        AttachedFile file = small("probe.bin", 4);
        for (int probe = 0; isServed(code, probe, file); probe++) {
            assertThat(deadline.rest()).as("closed in time").isTrue();
        }
    }

    private static boolean isServed(String code, int probe, AttachedFile file) throws IOException {
        Submission letter = AgencyUnderTest.letter("probe-" + code + "-" + probe, List.of(code), 1, "Thăm dò", file);
        return sender.client().submit(letter) instanceof Answer.Given;
    }

    @Test
    void makesOneParcelOfOneKeyAndRefusesTheKeyForSomethingElse() throws IOException, SQLException {
        AttachedFile file = small("once.bin", 5);
        Submission letter = AgencyUnderTest.letter("once-1", List.of("H20.01"), 1, "Một lần", file);
        Dispatch accepted = sender.submit(letter);
        assertThat(sender.submit(letter).parcelId()).isEqualTo(accepted.parcelId());
        Submission other = AgencyUnderTest.letter("once-1", List.of("H20.01"), 1, "Khác", file);
        Problem problem = sender.refusal(other);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo(ErrorCode.IDEMPOTENCY_CONFLICT.code());
        assertThat(sender.await(accepted.parcelId(), "CONSIGNED").deliveries()).hasSize(1);
        try (NodeTables tables = exchange.alpha().tables()) {
            assertThat(tables.number("select count(*) from outbound_parcel" + PARCEL, accepted.parcelId()))
                    .isEqualTo(1);
            assertThat(tables.number("select count(*) from document_record where subject in ('Một lần', 'Khác')"))
                    .isEqualTo(1);
        }
    }

    private static AttachedFile small(String name, long seed) throws IOException {
        return GeneratedFile.of(exchange.work("small").resolve(name), 20 << 10, seed);
    }
}
