package vn.lienthong.node.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.AGENCY;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.PIN;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.granted;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.LookPurpose;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.testing.DatabaseExtension;

/** What arrived, from the seat of whoever has some of what opens it, and not all. */
@ExtendWith(DatabaseExtension.class)
class ArrivalAttackIT {

    private final CountedStatements statements;
    private final SecretsUnderTest under;

    ArrivalAttackIT(DataSource source) {
        statements = new CountedStatements(source);
        under = new SecretsUnderTest(statements.source());
    }

    private static void hindered(SecretAnswer<?> answer, Hindrance why) {
        assertThat(answer).isInstanceOf(SecretAnswer.Hindered.class);
        assertThat(((SecretAnswer.Hindered<?>) answer).why()).isEqualTo(why);
    }

    private void policy(boolean twoToOpen) {
        SecretArea.Policy policy =
                new SecretArea.Policy(Duration.ofMinutes(10), Duration.ZERO, twoToOpen, Secrecy.TOP_SECRET);
        under.policies.put(AGENCY, policy, new LoginName("leader"), under.clock.instant());
    }

    private byte[] key() {
        byte[] key = new byte[32];
        under.basics.random().nextBytes(key);
        return key;
    }

    private Arrived arrive(Secrecy level, byte[] key) {
        return ArrivingSecrets.arrive(under, level, key);
    }

    private Reader row(Arrived arrived, SecretCaller reader) {
        return under.readerRows.find(arrived.id(), reader.login()).orElseThrow();
    }

    private void openedBy(Arrived arrived, SecretCaller reader, Hindrance why) throws IOException {
        hindered(under.reading.file(reader, arrived.id(), 1, LookPurpose.VIEW, "họp kín"), why);
    }

    @Test
    void opensNothingWithDatabaseAndMasterKeyButNoPerson() throws IOException {
        policy(false);
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        byte[] key = key();
        Arrived arrived = arrive(Secrecy.SECRET, key.clone());
        byte[] node = under.seals.openShare(
                ArrivedShares.nodePlace(arrived.id(), arrived.generation()),
                Objects.requireNonNull(arrived.nodeShare()).toByteArray());
        assertThat(node).hasSameSizeAs(key).isNotEqualTo(key);
        under.keys.lock(clerk);
        hindered(under.keys.unlock(clerk, "sai mã 2026".toCharArray()), Hindrance.WRONG_PIN);
        openedBy(arrived, clerk, Hindrance.LOCKED);
    }

    @Test
    void opensNothingWithDatabaseAndOnePersonButNoMasterKey() {
        policy(false);
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        Arrived arrived = arrive(Secrecy.SECRET, key());
        Reader reader = row(arrived, clerk);
        var keys = under.unlocked.keys(clerk).orElseThrow();
        under.fields.stolen = true;
        try {
            assertThatThrownBy(() -> under.arrivedShares.open(arrived, reader, keys))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            under.fields.stolen = false;
        }
    }

    @Test
    void opensNothingWithTheShareOfSomebodyElseWrittenUnderTheOwnName() throws IOException {
        policy(false);
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        Arrived arrived = arrive(Secrecy.SECRET, key());
        SecretCaller thief = under.keyed("thief", Role.OFFICER, Secrecy.SECRET);
        Octets share = Objects.requireNonNull(row(arrived, clerk).sealed());
        under.readerRows.put(arrived.id(), thief.login(), Reader.WHOLE, share.toByteArray(), under.clock.instant());
        openedBy(arrived, thief, Hindrance.SHARE_LOST);
    }

    @Test
    void opensNothingByTwoWithOneOfThemWhateverTheDatabaseSays() throws IOException {
        policy(true);
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.TOP_SECRET);
        SecretCaller leader = under.keyed("leader", Role.LEADER, Secrecy.TOP_SECRET);
        Arrived arrived = arrive(Secrecy.TOP_SECRET, key());
        SecretId id = arrived.id();
        Instant until = under.clock.instant().plus(Duration.ofMinutes(10));
        granted(under.reading.askConsent(clerk, id, "họp kín"));
        for (SecretCaller whose : new SecretCaller[] {leader, clerk}) {
            byte[] half = Objects.requireNonNull(row(arrived, whose).sealed()).toByteArray();
            assertThat(under.readerRows.give(id, clerk.login(), leader.login(), half, until))
                    .isTrue();
            openedBy(arrived, clerk, Hindrance.CONSENT_NEEDED);
        }
        int changed = under.database
                .sql("update secret_reader set part = ? where document_id = ? and login = ?")
                .params(Reader.WHOLE, ArrivedRows.octets(id), clerk.login().value())
                .update();
        assertThat(changed).isOne();
        openedBy(arrived, clerk, Hindrance.SHARE_LOST);
    }

    @Test
    void doesTheSameWorkForWhatIsNotThereAndWhatIsNotForTheCaller() {
        policy(false);
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.TOP_SECRET);
        SecretCaller lower = under.keyed("lower", Role.CLERK, Secrecy.SECRET);
        SecretCaller outside = under.keyed("officer", Role.OFFICER, Secrecy.TOP_SECRET);
        SecretId there = arrive(Secrecy.TOP_SECRET, key()).id();
        SecretId nothing = new SecretId(under.basics.ids().next());
        assertThat(granted(under.reading.find(clerk, there)).line().id()).isEqualTo(there);
        for (SecretCaller who : new SecretCaller[] {lower, outside}) {
            int absent = statements.of(() -> hindered(under.reading.find(who, nothing), Hindrance.HIDDEN));
            int present = statements.of(() -> hindered(under.reading.find(who, there), Hindrance.HIDDEN));
            assertThat(present).isEqualTo(absent).isPositive();
        }
    }

    @Test
    void settlesAndRecordsInOneTransaction() {
        policy(false);
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        Arrived arrived = arrive(Secrecy.SECRET, key());
        under.delivery.onSettling = () -> under.readerRows.end(arrived.id(), clerk.login(), under.clock.instant());
        hindered(under.reading.refuse(clerk, arrived.id(), ClerkReason.WRONG_ADDRESSEE), Hindrance.HIDDEN);
        assertThat(under.readerRows.find(arrived.id(), clerk.login()))
                .as("what was written before the event could be recorded is undone")
                .isPresent();
        assertThat(granted(under.keys.unlock(clerk, PIN.toCharArray()))).isNotNull();
    }
}
