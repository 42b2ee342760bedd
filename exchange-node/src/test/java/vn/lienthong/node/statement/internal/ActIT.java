package vn.lienthong.node.statement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.statement.RecipientAct;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.RecipientAnswer;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.statement.SenderAnswer.Fault;
import vn.lienthong.node.statement.SenderAnswer.Result;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestAuthority;
import vn.lienthong.node.testing.TestDirectory;

/** What senders and recipients do with documents after they were sent. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActIT {

    private final StatementWorld world;
    private final SenderActs sender;
    private final RecipientActs recipient;

    @Autowired
    ActIT(ApplicationContext context, SenderActs sender, RecipientActs recipient) throws IOException {
        this.world = new StatementWorld(context, "H65");
        this.sender = sender;
        this.recipient = recipient;
    }

    @Test
    void recallBetweenNeighboursClosesWhatNobodyTookAndReportsIt() {
        ParcelId parcel = arrived();
        assertThat(sender.recall(act(parcel, "Ban hành nhầm", world.neighbour)))
                .isEqualTo(new SenderAnswer.Done(Map.of(world.neighbour, Result.SENT)));
        assertThat(sender.recall(act(parcel, "Ban hành nhầm", world.neighbour)))
                .isEqualTo(new SenderAnswer.Done(Map.of(world.neighbour, Result.REPEATED)));
        StatementId request = world.openRecall(parcel, world.neighbour);
        assertThat(recipient.waiting(Set.of(world.neighbour), 10)).hasSize(1);
        assertThat(recipient.agree(answer(parcel, request, "")))
                .isInstanceOfSatisfying(
                        RecipientAnswer.Done.class,
                        done -> assertThat(done.closed()).isTrue());
        assertThat(world.entry(world.neighbour, parcel).state()).isEqualTo(InboxEntry.State.WITHDRAWN);
        assertThat(world.standing(parcel, world.neighbour).status()).isEqualTo(Known.AGREED);
        assertThat(world.standing(parcel, world.neighbour).withdrawn()).isTrue();
        assertThat(stage(parcel)).isEqualTo(DeliveryStage.RECALLED);
        assertThat(world.bean(EvidenceBook.class)
                        .ofParcel(parcel)
                        .getLast()
                        .evidence()
                        .event())
                .isEqualTo(EvidenceEvent.CONTENT_HANDOVER_FAILURE);
        assertThat(recipient.waiting(Set.of(world.neighbour), 10)).isEmpty();
    }

    @Test
    void whatWasTakenStaysTakenAndTheAnswerIsGivenOnce() {
        ParcelId parcel = arrived();
        world.take(world.neighbour, parcel);
        assertThat(world.awaitRecord(world.neighbour, parcel)).isEqualTo("TAKEN_BY_SYSTEM");
        assertThat(sender.recall(act(parcel, "Sai số liệu", world.neighbour))).isInstanceOf(SenderAnswer.Done.class);
        StatementId request = world.openRecall(parcel, world.neighbour);
        assertThat(recipient.decline(answer(parcel, request, "  "))).isInstanceOf(RecipientAnswer.ReasonMissing.class);
        assertThat(recipient.decline(answer(parcel, request, "Đã triển khai")))
                .isInstanceOf(RecipientAnswer.Done.class);
        assertThat(recipient.agree(answer(parcel, request, "")))
                .isInstanceOfSatisfying(
                        RecipientAnswer.Answered.class,
                        before -> assertThat(before.status()).isEqualTo(Known.DECLINED));
        assertThat(world.entry(world.neighbour, parcel).state()).isEqualTo(InboxEntry.State.HANDED_OVER);
        assertThat(sender.recall(act(parcel, "Sai số liệu", world.neighbour)))
                .isEqualTo(new SenderAnswer.Done(Map.of(world.neighbour, Result.SENT)));
        StatementId again = world.openRecall(parcel, world.neighbour);
        assertThat(again).isNotEqualTo(request);
        assertThat(recipient.agree(answer(parcel, again, "")))
                .isInstanceOfSatisfying(
                        RecipientAnswer.Done.class,
                        done -> assertThat(done.closed()).isFalse());
        assertThat(stage(parcel)).isEqualTo(DeliveryStage.HANDED_OVER);
        assertThat(world.awaitRecord(world.neighbour, parcel)).isEqualTo("RECALLED");
    }

    @Test
    void stopsWhatHasNotLeftThisNode() {
        NodeIdentity away = TestAuthority.identity(new NodeId("peer-h65-away"));
        TestDirectory directory = world.bean(TestDirectory.class);
        directory.list(away, "https://localhost:9", Reachability.PULL);
        AgencyCode distant = new AgencyCode("H65.91");
        assertThat(directory.agency(distant, away.nodeId()).epoch()).isEqualTo(1);
        ParcelId parcel = world.send(distant);
        assertThat(sender.recall(act(parcel, "Ban hành nhầm", distant)))
                .isEqualTo(new SenderAnswer.Done(Map.of(distant, Result.STOPPED)));
        assertThat(stage(parcel)).isEqualTo(DeliveryStage.RECALLED);
        Evidence last =
                world.bean(EvidenceBook.class).ofParcel(parcel).getLast().evidence();
        assertThat(last.event()).isEqualTo(EvidenceEvent.RELAY_FAILURE);
        assertThat(last.reasons().getFirst().code()).isEqualTo(ErrorCode.RECALLED_BY_SENDER);
        assertThat(sender.recall(act(parcel, "Ban hành nhầm", distant)))
                .isEqualTo(new SenderAnswer.Done(Map.of(distant, Result.ENDED)));
        assertThat(world.bean(Statements.class).history(parcel, distant)).isEmpty();
    }

    @Test
    void answersARecallOfAnotherNode() {
        ParcelId parcel = world.arrive();
        Statement asked = world.author.recall(parcel, world.there, world.here, "Ban hành nhầm");
        world.bring(asked);
        RecipientAct act =
                new RecipientAct(parcel, Set.of(world.here), world.here, asked.id(), StatementWords.of("Đồng ý"), null);
        assertThat(recipient.agree(act)).isInstanceOf(RecipientAnswer.Done.class);
        assertThat(recipient.agree(act)).isInstanceOf(RecipientAnswer.Answered.class);
        assertThat(world.bean(Statements.class).history(parcel, world.here))
                .extracting(kept -> kept.statement().kind())
                .contains(StatementKind.RECALL_REQUEST, StatementKind.ANSWER, StatementKind.WITHDRAWN);
    }

    @Test
    void replacesCorrectsAndUpdatesOnce() {
        ParcelId parcel = arrived();
        ParcelId other = world.send(world.neighbour);
        SenderAct act = act(parcel, "Sai thể thức", world.neighbour);
        for (int i = 0; i < 2; i++) {
            Result expected = i == 0 ? Result.SENT : Result.REPEATED;
            SenderAnswer done = new SenderAnswer.Done(Map.of(world.neighbour, expected));
            assertThat(sender.replace(act, other)).isEqualTo(done);
            assertThat(sender.correct(act, other)).isEqualTo(done);
            assertThat(sender.update(act, List.of("Hạn trả lời: 15/12/2026"))).isEqualTo(done);
        }
        assertThat(sender.replace(act, parcel)).isEqualTo(new SenderAnswer.Faulty(Fault.OTHER_UNKNOWN));
        assertThat(sender.replace(act, world.arrive())).isEqualTo(new SenderAnswer.Faulty(Fault.OTHER_UNKNOWN));
        assertThat(sender.update(act, List.of())).isEqualTo(new SenderAnswer.Faulty(Fault.CHANGES_WRONG));
        assertThat(sender.correct(act(parcel, " ", world.neighbour), other))
                .isEqualTo(new SenderAnswer.Faulty(Fault.REASON_MISSING));
    }

    @Test
    void remindsNotTooOftenAndNotAfterTheEnd() {
        ParcelId parcel = arrived();
        SenderAct act = act(parcel, "", world.neighbour);
        assertThat(sender.remind(act)).isEqualTo(new SenderAnswer.Done(Map.of(world.neighbour, Result.SENT)));
        assertThat(sender.remind(act)).isEqualTo(new SenderAnswer.Done(Map.of(world.neighbour, Result.TOO_SOON)));
        assertThat(world.standing(parcel, world.neighbour).reminders()).isEqualTo(1);
    }

    @Test
    void actsForNobodyElseAndOnNoDocumentOfOthers() {
        ParcelId parcel = arrived();
        SenderAct foreign = new SenderAct(
                parcel, Set.of(world.neighbour), Set.of(world.neighbour), StatementWords.of("Vì sao"), null);
        assertThat(sender.recall(foreign)).isInstanceOf(SenderAnswer.Absent.class);
        assertThat(sender.reach(Set.of(world.neighbour), parcel)).isEmpty();
        assertThat(sender.recall(act(parcel, "Vì sao", world.there)))
                .isEqualTo(new SenderAnswer.Faulty(Fault.RECIPIENT_FOREIGN));
        assertThat(sender.recall(act(parcel, "Vì sao"))).isEqualTo(new SenderAnswer.Faulty(Fault.RECIPIENTS_MISSING));
        assertThat(sender.recall(act(parcel, "Vì sao", world.neighbour))).isInstanceOf(SenderAnswer.Done.class);
        assertThat(recipient.request(Set.of(world.here), parcel, world.neighbour))
                .isEmpty();
        assertThat(recipient.request(Set.of(world.neighbour), parcel, world.neighbour))
                .isPresent();
    }

    private ParcelId arrived() {
        ParcelId parcel = world.send(world.neighbour);
        assertThat(world.await(parcel, world.neighbour, Known.ARRIVED).own()).isTrue();
        return parcel;
    }

    private SenderAct act(ParcelId parcel, String why, AgencyCode... recipients) {
        return new SenderAct(parcel, Set.of(world.here), Set.of(recipients), StatementWords.of(why), null);
    }

    private RecipientAct answer(ParcelId parcel, StatementId request, String why) {
        return new RecipientAct(
                parcel, Set.of(world.neighbour), world.neighbour, request, StatementWords.of(why), null);
    }

    private DeliveryStage stage(ParcelId parcel) {
        return world.bean(ParcelParties.class).sent(parcel).getFirst().stage();
    }
}
