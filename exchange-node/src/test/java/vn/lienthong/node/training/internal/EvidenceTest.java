package vn.lienthong.node.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.training.internal.SampleKind.Ordered;

class EvidenceTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T02:00:00Z");
    private static final Lessons.Round FIRST = new Lessons.Round(1, BEGIN);
    private static final Map<String, Ordered> SAMPLES = Map.of(
            "ordinary", new Ordered(SampleKind.ORDINARY, 1),
            "again", new Ordered(SampleKind.ORDINARY, 2),
            "urgent", new Ordered(SampleKind.URGENT, 1),
            "wrong", new Ordered(SampleKind.WRONG_ADDRESSEE, 1),
            "sought", new Ordered(SampleKind.TO_BE_FOUND, 1));

    private final List<Happening> happenings = new ArrayList<>();

    private void happens(String action, String object, String party) {
        happenings.add(new Happening(BEGIN.plusSeconds(happenings.size() + 1L), action, object, party));
    }

    private Progress of(Lesson lesson) {
        return new Evidence(happenings, SAMPLES).of(lesson, FIRST);
    }

    @Test
    void nothingIsDoneBeforeAnythingHappens() {
        for (Lesson lesson : Lesson.values()) {
            assertThat(of(lesson).count()).as(lesson.slug()).isZero();
            assertThat(of(lesson).isDone()).isFalse();
            assertThat(of(lesson).doneAt()).isEmpty();
        }
    }

    @Test
    void receivingCountsTheDocumentThatHasComeFurthest() {
        happens("document.view", "ordinary", "");
        happens("document.accept", "urgent", "");
        assertThat(of(Lesson.RECEIVE).count()).isEqualTo(2);
        happens("document.register", "urgent", "");
        assertThat(of(Lesson.RECEIVE).isDone()).isTrue();
        assertThat(of(Lesson.RECEIVE).doneAt()).contains(BEGIN.plusSeconds(3));
    }

    @Test
    void documentsOfAnotherRoundAndOtherPapersDoNotCount() {
        happens("document.register", "again", "");
        happens("document.register", "incoming-7", "");
        happens("document.register", "wrong", "");
        assertThat(of(Lesson.RECEIVE).count()).isZero();
        assertThat(new Evidence(happenings, SAMPLES)
                        .of(Lesson.RECEIVE, new Lessons.Round(2, BEGIN))
                        .isDone())
                .isTrue();
        assertThat(new Evidence(happenings, SAMPLES)
                        .of(Lesson.RECEIVE, new Lessons.Round(2, BEGIN.plusSeconds(60)))
                        .isDone())
                .isFalse();
    }

    @Test
    void refusingARightDocumentDoesNotCount() {
        happens("document.refuse", "ordinary", "");
        assertThat(of(Lesson.REFUSE).isDone()).isFalse();
        happens("document.refuse", "wrong", "");
        assertThat(of(Lesson.REFUSE).isDone()).isTrue();
    }

    @Test
    void findingNeedsASearchBeforeTheDocumentIsOpened() {
        happens("document.view", "sought", "");
        happens("document.search", "", "");
        assertThat(of(Lesson.FIND).count()).isEqualTo(1);
        happens("document.view", "ordinary", "");
        assertThat(of(Lesson.FIND).isDone()).isFalse();
        happens("document.view", "sought", "");
        assertThat(of(Lesson.FIND).isDone()).isTrue();
    }

    @Test
    void sendingNeedsThreeAgenciesForOneDocument() {
        happens("document.draft", "outgoing/1", "");
        happens("document.sign", "outgoing/1", "");
        happens(Happening.ARRIVE, "first", "H99.01");
        happens(Happening.ARRIVE, "first", "A45.01");
        happens(Happening.ARRIVE, "first", "A45.01");
        happens(Happening.ARRIVE, "second", "H99.08");
        assertThat(of(Lesson.SEND).count()).isEqualTo(2);
        happens(Happening.ARRIVE, "first", "H99.08");
        assertThat(of(Lesson.SEND).isDone()).isTrue();
    }

    @Test
    void onlyTheSilentAgencyHasToBeReminded() {
        happens("document.view", "outgoing/1", "");
        happens(Happening.HEAR + "status.03", "first", "H99.08");
        happens(Happening.SAY + "reminder", "first", "H99.01");
        assertThat(of(Lesson.REMIND).count()).isEqualTo(1);
        happens(Happening.SAY + "reminder", "first", "H99.08");
        assertThat(of(Lesson.REMIND).count()).isEqualTo(2);
        happens(Happening.HEAR + "status.03", "first", "H99.08");
        assertThat(of(Lesson.REMIND).isDone()).isTrue();
    }

    @Test
    void recallingNeedsAnAnswerAReplacementAndAPrint() {
        happens(Happening.HEAR + "answer.15", "first", "H99.01");
        happens(Happening.SAY + "recall-request.13", "first", "H99.01");
        assertThat(of(Lesson.RECALL).count()).isEqualTo(1);
        happens(Happening.HEAR + "answer.16", "first", "H99.02");
        happens("register.print", "3", "");
        assertThat(of(Lesson.RECALL).count()).isEqualTo(3);
        happens(Happening.SAY + "replacement", "first", "H99.01");
        assertThat(of(Lesson.RECALL).isDone()).isTrue();
    }
}
