package vn.lienthong.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.BusinessTrack;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;

class StatementHistoryTest {

    private static final Instant START = Instant.parse("2026-11-21T08:15:30.123Z");
    private static final AgencyCode SENDER = new AgencyCode("000.00.00.G22");
    private static final AgencyCode RECIPIENT = new AgencyCode("H37.02.02");

    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.fixed(START), new Random(7));
    private final ParcelId parcel = ids.nextParcelId();

    @Test
    void isTheSameInWhateverOrderStatementsArrive() {
        Statement first = recall(10);
        Statement second = recall(30);
        List<Statement> all = new ArrayList<>(List.of(
                status(Known.ARRIVED, 1),
                status(Known.RECEIVED, 5),
                first,
                answer(first, Known.DECLINED, 20),
                status(Known.IN_PROGRESS, 22),
                second,
                answer(second, Known.AGREED, 40),
                status(Known.COMPLETED, 50)));
        BusinessTrack expected = new BusinessTrack(Known.AGREED, false);
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            Collections.shuffle(all, random);
            assertThat(new StatementHistory(all).track()).isEqualTo(expected);
        }
    }

    @Test
    void countsAnAnswerAfterItsRequestWhateverTheClocksSay() {
        Statement request = recall(100);
        StatementHistory history =
                new StatementHistory(List.of(status(Known.RECEIVED, 1), answer(request, Known.DECLINED, 40), request));
        assertThat(history.track()).isEqualTo(new BusinessTrack(Known.RECEIVED, false));
        assertThat(history.openRecall()).isEmpty();
    }

    @Test
    void keepsARequestOpenUntilThatVeryRequestIsAnswered() {
        Statement first = recall(10);
        Statement second = recall(30);
        StatementHistory history = new StatementHistory(List.of(first, answer(first, Known.DECLINED, 20), second));
        assertThat(history.openRecall()).contains(second);
        assertThat(history.track().recallRequested()).isTrue();
    }

    @Test
    void believesNoAgreementToAnUpdateToBeARecall() {
        Statement update = new Statement(
                new StatementId(ids.next()),
                new StatementSubject(parcel, SENDER, RECIPIENT),
                StatementKind.UPDATE,
                START,
                null,
                StatementWords.NONE,
                null,
                StatementDetail.changing(List.of("Hạn trả lời")));
        StatementHistory history =
                new StatementHistory(List.of(status(Known.RECEIVED, 1), update, answer(update, Known.AGREED, 20)));
        assertThat(history.track().current()).contains(Known.RECEIVED);
    }

    @Test
    void ignoresAnAnswerWhoseRequestHasNotComeYet() {
        Statement unknown = recall(10);
        assertThat(new StatementHistory(List.of(answer(unknown, Known.AGREED, 20)))
                        .track()
                        .current())
                .isEmpty();
    }

    @Test
    void takesTheSameStatementTwiceAsOnce() {
        Statement arrived = status(Known.ARRIVED, 1);
        assertThat(new StatementHistory(List.of(arrived, arrived)).ordered()).containsExactly(arrived);
    }

    private Statement status(Known status, int second) {
        return statement(RECIPIENT, SENDER, StatementKind.STATUS, status, StatementDetail.NONE, second);
    }

    private Statement recall(int second) {
        return statement(
                SENDER, RECIPIENT, StatementKind.RECALL_REQUEST, Known.RECALL_REQUESTED, StatementDetail.NONE, second);
    }

    private Statement answer(Statement request, Known status, int second) {
        return statement(
                RECIPIENT, SENDER, StatementKind.ANSWER, status, StatementDetail.answering(request.id()), second);
    }

    private Statement statement(
            AgencyCode from, AgencyCode to, StatementKind kind, Known status, StatementDetail detail, int second) {
        return new Statement(
                new StatementId(ids.next()),
                new StatementSubject(parcel, from, to),
                kind,
                START.plusSeconds(second),
                status,
                StatementWords.of("vì sao"),
                null,
                detail);
    }
}
