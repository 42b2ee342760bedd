package vn.lienthong.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.ChainCheck.Broken;
import vn.lienthong.core.evidence.ChainCheck.Fault;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

class EvidenceChainTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Sha256 HEADER = Sha256.of(new byte[] {1});
    private static final Sha256 PAYLOAD = Sha256.of(new byte[] {2});

    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.fixed(NOW), new Random(5));
    private final ParcelId parcel = ids.nextParcelId();
    private final List<EvidenceChain.Entry> entries = new ArrayList<>();

    @Test
    void completeChainTellsItsOutcome() {
        add(EvidenceEvent.SUBMISSION_ACCEPTANCE, "sender", null);
        assertThat(EvidenceChain.check(entries)).isEqualTo(new ChainCheck.Open());
        add(EvidenceEvent.CONTENT_CONSIGNMENT, "recipient", null);
        add(EvidenceEvent.CONTENT_HANDOVER, "recipient", entries.get(1));
        assertThat(EvidenceChain.check(entries)).isEqualTo(new ChainCheck.Complete(EvidenceEvent.CONTENT_HANDOVER));
    }

    @Test
    void failureOfTheSenderLinksToItsOwnSubmission() {
        add(EvidenceEvent.SUBMISSION_ACCEPTANCE, "sender", null);
        add(EvidenceEvent.RELAY_FAILURE, "sender", entries.getFirst());
        assertThat(EvidenceChain.check(entries)).isEqualTo(new ChainCheck.Complete(EvidenceEvent.RELAY_FAILURE));
    }

    @Test
    void nothingFollowsTheFinalEvent() {
        add(EvidenceEvent.SUBMISSION_ACCEPTANCE, "sender", null);
        add(EvidenceEvent.CONTENT_CONSIGNMENT_FAILURE, "recipient", null);
        add(EvidenceEvent.CONTENT_HANDOVER, "recipient", entries.get(1));
        assertThat(EvidenceChain.check(entries)).isEqualTo(new Broken(2, Fault.AFTER_FINAL));
    }

    @Test
    void nothingComesTooEarly() {
        add(EvidenceEvent.CONTENT_CONSIGNMENT, "recipient", null);
        assertThat(EvidenceChain.check(entries)).isEqualTo(new Broken(0, Fault.ORDER));
        entries.clear();
        add(EvidenceEvent.SUBMISSION_ACCEPTANCE, "sender", null);
        add(EvidenceEvent.CONTENT_CONSIGNMENT, "recipient", null);
        add(EvidenceEvent.CONTENT_CONSIGNMENT, "recipient", entries.get(1));
        assertThat(EvidenceChain.check(entries)).isEqualTo(new Broken(2, Fault.ORDER));
    }

    @Test
    void everyIssuerLinksItsOwnEvidence() {
        add(EvidenceEvent.SUBMISSION_ACCEPTANCE, "sender", null);
        add(EvidenceEvent.CONTENT_CONSIGNMENT, "recipient", null);
        add(EvidenceEvent.CONTENT_HANDOVER, "recipient", null);
        assertThat(EvidenceChain.check(entries)).isEqualTo(new Broken(2, Fault.LINK));
    }

    @Test
    void changedEvidenceBreaksTheLink() {
        add(EvidenceEvent.SUBMISSION_ACCEPTANCE, "sender", null);
        EvidenceChain.Entry first = entries.getFirst();
        add(EvidenceEvent.RELAY_FAILURE, "sender", new EvidenceChain.Entry(first.evidence(), PAYLOAD));
        assertThat(EvidenceChain.check(entries)).isEqualTo(new Broken(1, Fault.LINK));
    }

    @Test
    void oneChainIsAboutOneRecipientAndOneParcel() {
        add(EvidenceEvent.SUBMISSION_ACCEPTANCE, "sender", null);
        add(EvidenceEvent.CONTENT_CONSIGNMENT, "recipient", null);
        EvidenceSubject other = new EvidenceSubject(parcel, new AgencyCode("G22"), new AgencyCode("H38"));
        entries.add(entry(EvidenceEvent.CONTENT_HANDOVER, "recipient", entries.get(1), other));
        assertThat(EvidenceChain.check(entries)).isEqualTo(new Broken(2, Fault.SUBJECT));
    }

    @Test
    void negativeEventsNeedReasonsAndOthersAClaim() {
        for (EvidenceEvent event : EvidenceEvent.values()) {
            assertThatThrownBy(() -> evidence(event, List.of(), null)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> evidence(event, reasons(), ClaimLevel.S1_STORED))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void add(EvidenceEvent event, String node, EvidenceChain.@Nullable Entry previous) {
        boolean submission = event.stage() == EvidenceEvent.Stage.SUBMISSION;
        entries.add(entry(event, node, previous, subject(submission ? null : new AgencyCode("H37"))));
    }

    private EvidenceChain.Entry entry(
            EvidenceEvent event, String node, EvidenceChain.@Nullable Entry previous, EvidenceSubject subject) {
        Evidence evidence = new Evidence(
                new EvidenceId(ids.next()),
                event,
                NOW,
                new EvidenceIssuer(new NodeId(node), HEADER),
                subject,
                new EvidenceDigests(HEADER, PAYLOAD, null),
                event.isNegative() ? null : ClaimLevel.S1_STORED,
                event.isNegative() ? reasons() : List.of(),
                previous == null ? null : previous.asPrevious(),
                null);
        return new EvidenceChain.Entry(
                evidence, Sha256.of(evidence.id().toString().getBytes(StandardCharsets.UTF_8)));
    }

    private Evidence evidence(EvidenceEvent event, List<EvidenceReason> reasons, @Nullable ClaimLevel claim) {
        return new Evidence(
                new EvidenceId(ids.next()),
                event,
                NOW,
                new EvidenceIssuer(new NodeId("node"), HEADER),
                subject(new AgencyCode("H37")),
                new EvidenceDigests(HEADER, PAYLOAD, null),
                claim,
                reasons,
                null,
                null);
    }

    private EvidenceSubject subject(@Nullable AgencyCode recipient) {
        return new EvidenceSubject(parcel, new AgencyCode("G22"), recipient);
    }

    private static List<EvidenceReason> reasons() {
        return List.of(new EvidenceReason(ErrorCode.NOT_DELIVERED_IN_TIME, ""));
    }
}
