package vn.lienthong.node.outgoing.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.documents.FileType;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.outgoing.internal.file.FileCheck.Mark;
import vn.lienthong.node.outgoing.internal.file.FileCheck.Worth;
import vn.lienthong.node.outgoing.internal.file.FileId;
import vn.lienthong.node.outgoing.internal.suggestion.Suggestions;

class FileRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Typed TYPED = Typed.of(Map.of("subject", "Về việc thử nghiệm"));

    private static Mark mark(Worth worth, boolean agency) {
        return new Mark(agency ? "co-quan-1" : "nguoi-ky", "Nguyễn Văn Hòa", NOW, worth, agency);
    }

    private static DraftFile file(boolean main, boolean complete, List<Mark> marks, Suggestions text) {
        return new DraftFile(
                new FileId(new UUID(0, main ? 1 : 2)),
                new OutgoingId(1),
                1,
                main,
                main ? "to-trinh.pdf" : "phu-luc.pdf",
                FileType.PDF,
                10,
                10,
                complete,
                Sha256.OF_NOTHING,
                NOW,
                new FileCheck(false, List.of(), marks).json(),
                text.json());
    }

    private static Suggestions text(String subject, boolean annex) {
        return new Suggestions(Map.of("subject", subject), "", false, annex, 1);
    }

    private static List<String> found(DraftFile... files) {
        return FileRules.check(List.of(files), TYPED).stream()
                .map(check -> check.slug() + " " + check.name())
                .toList();
    }

    @Test
    void isContentWithADocumentThatBothHaveSigned() {
        List<Mark> both = List.of(mark(Worth.VALID, false), mark(Worth.VALID, true));
        assertThat(found(file(true, true, both, text("Về việc thử nghiệm", false))))
                .containsExactly("fine agency-signed", "fine person-signed", "fine subject-same");
    }

    @Test
    void blocksWithoutMainFileOrSignatureOfTheAgency() {
        assertThat(found()).containsExactly("block main");
        assertThat(found(file(true, false, List.of(), Suggestions.NONE))).containsExactly("block main");
        assertThat(found(file(true, true, List.of(), Suggestions.NONE)))
                .containsExactly("block agency-unsigned", "confirm person-unsigned");
    }

    @Test
    void blocksBrokenSignaturesAndIncompleteFiles() {
        List<Mark> broken = List.of(mark(Worth.INVALID, false), mark(Worth.VALID, true));
        assertThat(found(file(true, true, broken, Suggestions.NONE), file(false, false, List.of(), Suggestions.NONE)))
                .contains("block signature-broken", "block incomplete");
        assertThat(found(
                        file(true, true, List.of(mark(Worth.VALID, true)), Suggestions.NONE),
                        file(false, true, List.of(mark(Worth.INVALID, true)), Suggestions.NONE)))
                .contains("block annex-broken");
    }

    @Test
    void asksAboutMissingAnnexesOtherSubjectsAndUnknownSigners() {
        List<Mark> both = List.of(mark(Worth.UNKNOWN_SIGNER, false), mark(Worth.VALID, true));
        assertThat(found(file(true, true, both, text("Về việc khác hẳn", true))))
                .contains("confirm annex-missing", "confirm subject-differs", "confirm signer-unknown");
    }

    @Test
    void goesOnOnlyWhenAllIsConfirmed() {
        Checklist list = new Checklist(List.of(Check.fine("a"), Check.confirm("b"), Check.confirm("c")));
        assertThat(list.blocked()).isFalse();
        assertThat(list.confirmedBy(Set.of("ok-b"))).isFalse();
        assertThat(list.confirmedBy(Set.of("ok-b", "ok-c"))).isTrue();
        assertThat(new Checklist(List.of(Check.block("d"))).blocked()).isTrue();
    }
}
