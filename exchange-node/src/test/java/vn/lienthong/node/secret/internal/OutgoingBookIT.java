package vn.lienthong.node.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.granted;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretBook;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretFields;
import vn.lienthong.node.testing.DatabaseExtension;

/** Drafts take their numbers out of the book of what goes out. */
@ExtendWith(DatabaseExtension.class)
class OutgoingBookIT {

    private final SecretsUnderTest under;

    OutgoingBookIT(DataSource source) {
        this.under = new SecretsUnderTest(source);
    }

    private DraftView numberless(SecretCaller composer, Secrecy level) {
        SecretFields fields = new SecretFields(
                level,
                "Báo cáo",
                "",
                "BC-M",
                "Trích yếu kín",
                "Hà Nội",
                null,
                "Nguyễn Văn A",
                "Chủ tịch",
                Urgency.ORDINARY,
                null,
                null,
                null);
        DraftView draft = granted(under.drafts.create(composer, fields));
        return granted(
                under.drafts.edit(composer, draft.id(), draft.version(), fields, List.of(SecretsUnderTest.RECIPIENT)));
    }

    @Test
    void givesADraftWithoutNumberTheNextOneAndKeepsSubjectsOfTheHighestLevelOut() {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.TOP_SECRET);
        SecretBook _ = granted(under.books.openVolume(clerk, SecretBook.Direction.OUT, 2026));
        DraftView first = numberless(clerk, Secrecy.SECRET);
        BookLine line = granted(under.books.registerDraft(clerk, first.id(), "Văn phòng", 2, ""));
        DraftView numbered = granted(under.drafts.find(clerk, first.id()));
        assertThat(numbered.fields().codeNumber()).isEqualTo(String.valueOf(line.number()));
        assertThat(line.code()).isEqualTo(line.number() + "/BC-M");
        assertThat(line.subject()).isEqualTo("Trích yếu kín");
        assertThat(numbered.version()).isGreaterThan(first.version());

        DraftView second = numberless(clerk, Secrecy.TOP_SECRET);
        BookLine highest = granted(under.books.registerDraft(clerk, second.id(), "Văn phòng", 1, ""));
        assertThat(highest.number()).isEqualTo(line.number() + 1);
        assertThat(highest.subject()).isEmpty();
    }

    @Test
    void entersADraftOnceAndOnlyByItsOwnClerk() {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        SecretCaller other = under.keyed("other", Role.CLERK, Secrecy.SECRET);
        SecretBook _ = granted(under.books.openVolume(clerk, SecretBook.Direction.OUT, 2026));
        DraftView draft = numberless(clerk, Secrecy.SECRET);
        assertThat(under.books.registerDraft(other, draft.id(), "", 1, ""))
                .isEqualTo(SecretAnswer.hindered(Hindrance.HIDDEN, ""));
        BookLine line = granted(under.books.registerDraft(clerk, draft.id(), "", 1, ""));
        assertThat(under.books.registerDraft(clerk, draft.id(), "", 1, ""))
                .isEqualTo(SecretAnswer.hindered(Hindrance.NUMBER_TAKEN, ""));
        assertThat(granted(under.drafts.find(clerk, draft.id())).fields().codeNumber())
                .isEqualTo(String.valueOf(line.number()));
    }
}
