package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.client.proof.EvidenceProof;
import vn.lienthong.node.client.proof.NotProvenException;

/** Verifies the evidence of one parcel from files alone: the anchor, the directory's publications, the evidence. */
final class EvidenceAudit {

    private static final String STEP = "Kiểm chứng ngoại tuyến / Offline verification";
    private static final int MOST_PAGES = 1000;

    private final Path directory;
    private final Endpoints endpoints;
    private final Narrator narrator;

    EvidenceAudit(Path directory, Endpoints endpoints, Narrator narrator) {
        this.directory = directory;
        this.endpoints = endpoints;
        this.narrator = narrator;
    }

    /** Fetches the directory's publications into files and verifies them by the sender's anchor. */
    DirectoryRecord directory() throws IOException, StepFailedException {
        Endpoints.Installation center = endpoints.directory();
        Path anchor = Path.of(endpoints.nodes().getFirst().caCertificate());
        Connection connection =
                Connection.to(center.baseUrl(), Optional.of(Path.of(center.caCertificate())), Optional.empty());
        List<byte[]> pages = new ArrayList<>();
        try (DirectoryClient client = DirectoryClient.open(connection)) {
            long sequence = 0;
            for (int page = 0; page < MOST_PAGES; page++) {
                pages.add(client.publications(sequence).orThrow());
                DirectoryRecord record = DirectoryRecord.verify(Files.readAllBytes(anchor), pages);
                Files.write(publicationsFile(page), pages.getLast());
                if (record.sequence() == sequence) {
                    return record;
                }
                sequence = record.sequence();
            }
            throw new StepFailedException(STEP, "the directory has too many publications for a trial");
        } catch (RefusedException refused) {
            throw new StepFailedException(STEP, refused);
        } catch (NotProvenException fails) {
            throw new StepFailedException(STEP, fails);
        }
    }

    private Path publicationsFile(int page) {
        return directory.resolve("publications-" + (page + 1) + ".json");
    }

    /** Verifies that each recipient has exactly the given events, all of them proven, beside the acceptance by the sender. */
    void verify(List<EvidenceItem> items, DirectoryRecord record, List<EvidenceEvent> events, List<String> recipients)
            throws IOException, StepFailedException {
        Path file = directory.resolve("evidence.json");
        Map<String, List<EvidenceItem>> json = Map.of("evidence", items);
        Files.write(file, JsonMapper.builder().build().writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
        Map<String, List<EvidenceEvent>> found = new HashMap<>();
        for (EvidenceItem item : items) {
            Evidence evidence = proven(item, record);
            AgencyCode recipient = evidence.subject().recipient();
            found.computeIfAbsent(recipient == null ? "" : recipient.value(), key -> new ArrayList<>())
                    .add(evidence.event());
            narrator.say(
                    "✓ " + evidence.event().code() + " " + evidence.event().event()
                            + (recipient == null ? "" : " → " + recipient),
                    "signed by node " + evidence.issuer().node() + ", certificate listed by the directory");
        }
        boolean accepted = found.values().stream().anyMatch(all -> all.contains(EvidenceEvent.SUBMISSION_ACCEPTANCE));
        if (!accepted) {
            throw new StepFailedException(STEP, "no evidence of acceptance by the sending node");
        }
        for (String recipient : recipients) {
            List<EvidenceEvent> have = found.getOrDefault(recipient, List.of());
            if (!have.containsAll(events)) {
                throw new StepFailedException(STEP, recipient + " has " + have + " instead of " + events);
            }
        }
    }

    private static Evidence proven(EvidenceItem item, DirectoryRecord record) throws StepFailedException {
        return switch (EvidenceProof.of(item.signedOctets(), item.signatureOctets(), record)) {
            case EvidenceProof.Proven(Evidence evidence) -> evidence;
            case EvidenceProof.NotProven(String reason) ->
                throw new StepFailedException(STEP, item.event() + ": " + reason);
        };
    }
}
