package vn.lienthong.node.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.PDF;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.PIN;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.granted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.protection.FieldSealing;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class ResealingIT {

    private final SecretsUnderTest under;

    ResealingIT(DataSource source) {
        under = new SecretsUnderTest(source);
    }

    @Test
    void movesEverythingToTheNewKeySoThatTheOldOneCanGo() throws IOException {
        SecretCaller composer = under.keyed("composer", Role.CLERK, Secrecy.SECRET);
        SecretCaller releaser = under.keyed("releaser", Role.LEADER, Secrecy.SECRET);
        DraftView draft = under.draft(composer, Secrecy.SECRET);
        DraftView approved = under.approved(composer, releaser);
        under.fields.rotate();
        for (String purpose : List.of(Seals.METADATA, Seals.SHARES, Seals.PERSONS)) {
            SecretResealing resealing = new SecretResealing(
                    purpose, under.database, SecretsUnderTest.provider(FieldSealing.class, under.fields), under.basics);
            assertThat(resealing.resealSome(1)).isOne();
            assertThat(resealing.resealSome(100)).isPositive();
            assertThat(resealing.resealSome(100)).isZero();
        }
        under.fields.destroyOld();
        granted(under.keys.unlock(composer, PIN.toCharArray()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        granted(under.drafts.file(composer, draft.id(), 1)).copyTo(out);
        assertThat(out.toByteArray()).isEqualTo(PDF);
        assertThat(granted(under.releases.stop(releaser, approved.id())).fields())
                .isEqualTo(approved.fields());
    }
}
