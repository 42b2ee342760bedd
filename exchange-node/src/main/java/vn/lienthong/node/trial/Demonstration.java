package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.proof.DirectoryRecord;

/** The main job, shown: a signed letter travels from one agency to two others and everything about it is verified. */
final class Demonstration {

    private static final String STEP = "Trình diễn / Demonstration";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long MEASURED_SIZE = 100 << 10;
    private static final int MEASURED = 50;

    private final Site site;
    private final Path work;
    private final Narrator narrator;
    private final Clock clock;
    private final Map<Endpoints.Installation, ExchangeClient> receivers = new LinkedHashMap<>();

    Demonstration(Site site, Path work, Narrator narrator, Clock clock) {
        this.site = site;
        this.work = work;
        this.narrator = narrator;
        this.clock = clock;
    }

    /** Runs all steps; whatever is not as it must be ends it with the step's name. */
    void run() throws StepFailedException {
        Endpoints endpoints = site.endpoints();
        try (ExchangeClient sender = site.client(endpoints.nodes().getFirst())) {
            PrivateFiles.createDirectory(work);
            for (Endpoints.Installation node :
                    endpoints.nodes().stream().skip(1).toList()) {
                receivers.put(node, site.client(node));
            }
            SampleLetter letter = letter();
            travel(sender, letter);
            measure(sender);
        } catch (IOException | RefusedException | TimeoutException | PdfSigningException failed) {
            throw new StepFailedException(STEP, failed);
        } finally {
            receivers.values().forEach(ExchangeClient::close);
        }
    }

    private SampleLetter letter() throws IOException, PdfSigningException {
        narrator.part("Soạn và ký văn bản", "Write and sign the letter");
        Path file = work.resolve(
                "to-trinh-" + SampleLetter.NUMBER + "-" + clock.instant().getEpochSecond() + ".pdf");
        SampleLetter letter = SampleLetter.write(file, clock);
        narrator.say(
                "PDF " + letter.pages() + " trang, " + Files.size(file) + " byte, ký bởi " + SampleLetter.SIGNER
                        + " và đóng dấu cơ quan",
                "a PDF of " + letter.pages() + " pages, visibly signed by the person and by the agency");
        narrator.say(file.toString());
        return letter;
    }

    private void travel(ExchangeClient sender, SampleLetter letter)
            throws IOException, RefusedException, TimeoutException, StepFailedException {
        Endpoints endpoints = site.endpoints();
        EvidenceAudit audit = new EvidenceAudit(work, endpoints, narrator);
        try (Journey journey = new Journey(sender, receivers, narrator, clock)) {
            narrator.part("Hành trình của văn bản", "The journey of the letter");
            Journey.Arrived arrived = journey.send(letter.file());
            narrator.part("Nơi nhận tiếp nhận", "The recipients take it");
            DirectoryRecord record = audit.directory();
            Receiver.Expected expected = new Receiver.Expected(
                    new AgencyCode(endpoints.nodes().getFirst().agency()), record, letter.authority(), letter.file());
            for (var one : receivers.entrySet()) {
                take(one.getKey(), one.getValue(), arrived, expected);
                journey.tell("đã bàn giao cho " + one.getKey().agency(), "handed over");
            }
            if (!journey.reach(arrived.parcelId(), "HANDED_OVER", Deadline.in(LIMIT))
                    .arrivedEverywhere()) {
                throw new StepFailedException(STEP, "not everywhere handed over");
            }
            narrator.part("Kiểm chứng ngoại tuyến chứng cứ", "Verify the evidence offline");
            List<EvidenceItem> items =
                    sender.evidence(arrived.parcelId()).orThrow().evidence();
            List<String> codes = receivers.keySet().stream()
                    .map(Endpoints.Installation::agency)
                    .toList();
            audit.verify(
                    items,
                    audit.directory(),
                    List.of(EvidenceEvent.CONTENT_CONSIGNMENT, EvidenceEvent.CONTENT_HANDOVER),
                    codes);
            journey.tell("đã kiểm chứng", "verified: " + items.size() + " evidences");
        }
    }

    private void take(
            Endpoints.Installation node, ExchangeClient client, Journey.Arrived arrived, Receiver.Expected expected)
            throws IOException, RefusedException, StepFailedException {
        ArrivalWatch.Arrival arrival = arrived.arrivals().get(node);
        if (arrival == null) {
            throw new StepFailedException(STEP, "nothing arrived at " + node.agency());
        }
        Receiver receiver = new Receiver(node, client, work.resolve(node.id()), narrator);
        EvidenceItem handover = receiver.take(arrival.entry(), expected, clock);
        if (handover.signatureOctets().length == 0) {
            throw new StepFailedException(STEP, node.agency() + " gave no evidence of the hand-over");
        }
    }

    private void measure(ExchangeClient sender) throws IOException, StepFailedException {
        narrator.part("Đo độ trễ khi hệ thống rảnh", "Latency on an idle system");
        AttachedFile file = GeneratedFile.of(work.resolve("do-100k.bin"), MEASURED_SIZE, 1);
        List<String> recipient = List.of(receivers.keySet().iterator().next().agency());
        String label = "latency-" + clock.instant().toEpochMilli();
        LoadRun.Outcome outcome = new LoadRun(
                        sender, recipient, file, new LoadRun.Load(label, MEASURED, 1, 1, Duration.ofMinutes(2)))
                .run();
        List<String> faults = new ArrayList<>(outcome.faults());
        if (!faults.isEmpty() || outcome.latencies().size() != MEASURED) {
            throw new StepFailedException("Đo / Measuring", outcome.latencies().size() + " receipts, " + faults);
        }
        Percentiles percentiles = new Percentiles(outcome.latencies());
        narrator.say(
                MEASURED + " văn bản 100 KB lần lượt, nộp → biên nhận",
                MEASURED + " documents of 100 KB one after the other, submit → receipt: p50 "
                        + percentiles.millisAt(50) + " ms, p99 " + percentiles.millisAt(99) + " ms, max "
                        + percentiles.millisAt(100) + " ms");
    }
}
