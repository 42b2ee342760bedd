package vn.lienthong.node.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.AGENCY;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.PIN;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.granted;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.HeldRole;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.LookPurpose;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretBook;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretLine;
import vn.lienthong.node.secret.SecretView;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class ArrivalIT {

    private final SecretsUnderTest under;

    ArrivalIT(DataSource source) {
        under = new SecretsUnderTest(source);
        under.policies.put(
                AGENCY, PolicyRows.USUAL, new vn.lienthong.node.identity.LoginName("leader"), under.clock.instant());
    }

    private static void hindered(SecretAnswer<?> answer, Hindrance why) {
        assertThat(answer).isInstanceOf(SecretAnswer.Hindered.class);
        assertThat(((SecretAnswer.Hindered<?>) answer).why()).isEqualTo(why);
    }

    private Arrived arrive(Secrecy level, byte[] key) {
        return ArrivingSecrets.arrive(under, level, key);
    }

    private byte[] key() {
        byte[] key = new byte[32];
        under.basics.random().nextBytes(key);
        return key;
    }

    /** Reads as far as the delivery, which notes the key that it is given. */
    private byte[] keyGiven(SecretCaller reader, Arrived arrived) throws IOException {
        SecretContent content = granted(under.reading.file(reader, arrived.id(), 1, LookPurpose.VIEW, "cần xử lý"));
        assertThatThrownBy(() -> content.copyTo(java.io.OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
        return Objects.requireNonNull(under.delivery.payloadKeys.get(arrived.entryId()));
    }

    @Test
    void splitsTheKeyForClearedClerksAndForgetsTheEnvelope() throws IOException {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        SecretCaller lower = under.keyed("lower", Role.CLERK, Secrecy.CONFIDENTIAL);
        byte[] key = key();
        Arrived arrived = arrive(Secrecy.SECRET, key);
        assertThat(under.delivery.forgotten).contains(arrived.parcelId());
        assertThat(granted(under.reading.list(clerk, "kho thoc")))
                .extracting(SecretLine::id)
                .contains(arrived.id());
        assertThat(granted(under.reading.list(clerk, "nothing"))).isEmpty();
        assertThat(keyGiven(clerk, arrived)).isEqualTo(key);
        hindered(under.reading.find(lower, arrived.id()), Hindrance.HIDDEN);
        assertThat(granted(under.reading.list(lower, ""))).isEmpty();
        assertThat(java.util.Objects.requireNonNull(arrived.nodeShare()).toByteArray())
                .hasSizeLessThan(255);
    }

    @Test
    void recordsEveryLookBeforeItIsGivenOut() throws IOException {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        Arrived arrived = arrive(Secrecy.SECRET, key());
        SecretCaller copier = permitted(clerk, Permission.PRINT_SECRETS, Permission.DOWNLOAD_SECRETS);
        hindered(under.reading.file(copier, arrived.id(), 1, LookPurpose.PRINT, " "), Hindrance.REASON_NEEDED);
        under.events.clear();
        granted(under.reading.find(clerk, arrived.id()));
        SecretContent content = granted(under.reading.file(copier, arrived.id(), 1, LookPurpose.DOWNLOAD, "họp kín"));
        assertThat(under.events)
                .extracting(event -> event.kind())
                .containsExactly(EventKind.SECRET_LOOK, EventKind.SECRET_DOWNLOAD);
        assertThat(granted(under.needToKnow.looks(clerk, arrived.id())))
                .extracting(look -> look.what())
                .containsExactly("download", "facts");
        assertThat(granted(under.needToKnow.looks(clerk, arrived.id()))
                        .getFirst()
                        .code())
                .isEqualTo(content.lookCode());
    }

    /** The same person after the table of roles was changed. */
    private static SecretCaller permitted(SecretCaller clerk, Permission... also) {
        Set<Permission> carried = EnumSet.copyOf(Role.CLERK.delivered());
        carried.addAll(List.of(also));
        Person person = new Person(
                clerk.login(), clerk.person().displayName(), Set.of(new HeldRole(Role.CLERK, AGENCY, carried)), 1);
        return new SecretCaller(person, AGENCY, clerk.session(), true);
    }

    @Test
    void printsAndDownloadsOnlyWithThePermissionOfItsOwnAndRecordsNothingElse() throws IOException {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        Arrived arrived = arrive(Secrecy.SECRET, key());
        SecretCaller printer = permitted(clerk, Permission.PRINT_SECRETS);
        under.events.clear();
        hindered(under.reading.file(clerk, arrived.id(), 1, LookPurpose.PRINT, "họp"), Hindrance.NOT_PERMITTED);
        hindered(under.reading.file(clerk, arrived.id(), 1, LookPurpose.DOWNLOAD, "họp"), Hindrance.NOT_PERMITTED);
        hindered(under.reading.file(printer, arrived.id(), 1, LookPurpose.DOWNLOAD, "họp"), Hindrance.NOT_PERMITTED);
        assertThat(under.events).isEmpty();
        assertThat(granted(under.reading.file(printer, arrived.id(), 1, LookPurpose.PRINT, "họp"))
                        .lookCode())
                .isNotEmpty();
        assertThat(under.events).extracting(event -> event.kind()).containsExactly(EventKind.SECRET_PRINT);
    }

    @Test
    void needsStepUpAndUnlockedKeys() throws IOException {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        Arrived arrived = arrive(Secrecy.SECRET, key());
        SecretCaller stale = new SecretCaller(clerk.person(), AGENCY, clerk.session(), false);
        hindered(under.reading.file(stale, arrived.id(), 1, LookPurpose.VIEW, ""), Hindrance.STEP_UP);
        under.clock.advance(Duration.ofMinutes(16));
        hindered(under.reading.file(clerk, arrived.id(), 1, LookPurpose.VIEW, ""), Hindrance.LOCKED);
    }

    @Test
    void waitsUntilSomebodyHasKeysAndIsSplitOnce() throws IOException, InterruptedException, ExecutionException {
        byte[] key = key();
        Arrived arrived = arrive(Secrecy.SECRET, key);
        assertThat(arrived.nodeShare()).isNull();
        assertThat(under.delivery.forgotten).doesNotContain(arrived.parcelId());
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> one = threads.submit(under.arrivals::splitWaiting);
            Future<?> other = threads.submit(under.arrivals::splitWaiting);
            assertThat(one.get()).isNull();
            assertThat(other.get()).isNull();
        }
        assertThat(under.delivery.forgotten).contains(arrived.parcelId());
        assertThat(keyGiven(clerk, under.arrivedRows.find(arrived.id()).orElseThrow()))
                .isEqualTo(key);
    }

    @Test
    void opensTheHighestLevelByTwoWhereTheAgencyWantsIt() throws IOException {
        SecretArea.Policy two =
                new SecretArea.Policy(Duration.ofMinutes(10), Duration.ofMinutes(1), true, Secrecy.TOP_SECRET);
        under.policies.put(AGENCY, two, new vn.lienthong.node.identity.LoginName("leader"), under.clock.instant());
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.TOP_SECRET);
        SecretCaller leader = under.keyed("leader", Role.LEADER, Secrecy.TOP_SECRET);
        byte[] key = key();
        Arrived arrived = arrive(Secrecy.TOP_SECRET, key);
        hindered(under.reading.file(clerk, arrived.id(), 1, LookPurpose.VIEW, "họp"), Hindrance.CONSENT_NEEDED);
        hindered(under.reading.file(leader, arrived.id(), 1, LookPurpose.VIEW, "họp"), Hindrance.CONSENT_NEEDED);
        hindered(under.reading.consent(leader, arrived.id(), clerk.login()), Hindrance.WRONG_STATE);
        granted(under.reading.askConsent(clerk, arrived.id(), "họp kín"));
        hindered(under.reading.consent(clerk, arrived.id(), clerk.login()), Hindrance.SAME_PERSON);
        SecretView asked = granted(under.reading.find(leader, arrived.id()));
        assertThat(asked.consentAsked()).isEqualTo(clerk.login());
        assertThat(asked.line().subject()).isEmpty();
        granted(under.reading.consent(leader, arrived.id(), clerk.login()));
        assertThat(keyGiven(clerk, arrived)).isEqualTo(key);
        under.clock.advance(Duration.ofMinutes(16));
        granted(under.keys.unlock(clerk, PIN.toCharArray()));
        hindered(under.reading.file(clerk, arrived.id(), 1, LookPurpose.VIEW, "họp"), Hindrance.CONSENT_NEEDED);
    }

    @Test
    void letsOthersKnowAndTakesItAway() throws IOException {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        byte[] key = key();
        Arrived arrived = arrive(Secrecy.SECRET, key);
        SecretCaller officer = under.keyed("officer", Role.OFFICER, Secrecy.SECRET);
        SecretCaller uncleared = under.keyed("low", Role.OFFICER, Secrecy.CONFIDENTIAL);
        hindered(under.reading.find(officer, arrived.id()), Hindrance.HIDDEN);
        hindered(under.needToKnow.add(officer, arrived.id(), officer.login(), "tôi cần"), Hindrance.HIDDEN);
        hindered(under.needToKnow.add(clerk, arrived.id(), uncleared.login(), "x"), Hindrance.UNKNOWN_PERSON);
        granted(under.needToKnow.add(clerk, arrived.id(), officer.login(), "được giao xử lý"));
        assertThat(keyGiven(officer, arrived)).isEqualTo(key);
        assertThat(granted(under.needToKnow.knowers(officer, arrived.id()))).hasSize(2);
        granted(under.needToKnow.takeAway(clerk, arrived.id(), officer.login(), "chuyển công tác"));
        hindered(under.reading.find(officer, arrived.id()), Hindrance.HIDDEN);
        hindered(under.needToKnow.takeAway(clerk, arrived.id(), clerk.login(), "nghỉ"), Hindrance.LAST_READER);
    }

    @Test
    void losesTheShareWithNewKeysUntilSomebodyPassesItOn() throws IOException {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        SecretCaller second = under.keyed("second", Role.CLERK, Secrecy.SECRET);
        byte[] key = key();
        Arrived arrived = arrive(Secrecy.SECRET, key);
        assertThat(granted(under.keys.reset(clerk, "mã mới 7391".toCharArray())).lost())
                .isOne();
        hindered(under.reading.file(clerk, arrived.id(), 1, LookPurpose.VIEW, ""), Hindrance.SHARE_LOST);
        granted(under.needToKnow.add(second, arrived.id(), clerk.login(), "khóa mới"));
        assertThat(keyGiven(clerk, arrived)).isEqualTo(key);
        under.keys.revoke(clerk.login(), "left");
        hindered(under.reading.file(clerk, arrived.id(), 1, LookPurpose.VIEW, ""), Hindrance.NO_KEYS);
    }

    @Test
    void declassifiesByTwoPersonsOnly() {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        SecretCaller leader = under.keyed("leader", Role.LEADER, Secrecy.SECRET);
        Arrived arrived = arrive(Secrecy.SECRET, key());
        granted(under.needToKnow.add(clerk, arrived.id(), leader.login(), "lãnh đạo"));
        hindered(under.times.confirm(leader, arrived.id()), Hindrance.WRONG_STATE);
        hindered(under.times.propose(clerk, arrived.id(), " "), Hindrance.REASON_NEEDED);
        granted(under.times.propose(clerk, arrived.id(), "hết thời hạn"));
        assertThat(granted(under.times.terms(leader, arrived.id())).why()).isEqualTo("hết thời hạn");
        hindered(under.times.confirm(clerk, arrived.id()), Hindrance.HIDDEN);
        assertThat(granted(under.times.confirm(leader, arrived.id())).confirmedBy())
                .isEqualTo(leader.login());
        assertThat(granted(under.times.due(clerk, Duration.ofDays(20000)))).isEmpty();
    }

    @Test
    void numbersTheBooksWithoutGapsAndHidesHigherLevels() throws InterruptedException, ExecutionException {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.TOP_SECRET);
        SecretCaller lower = under.keyed("lower", Role.CLERK, Secrecy.SECRET);
        SecretBook book = granted(under.books.openVolume(clerk, SecretBook.Direction.IN, 2026));
        hindered(under.books.openVolume(clerk, SecretBook.Direction.IN, 2026), Hindrance.WRONG_STATE);
        Arrived top = arrive(Secrecy.TOP_SECRET, key());
        Arrived one = arrive(Secrecy.SECRET, key());
        Arrived other = arrive(Secrecy.SECRET, key());
        BookLine first = granted(under.books.registerArrived(clerk, top.id(), "Văn phòng", ""));
        assertThat(first.subject()).isEmpty();
        assertThat(first.letter()).isEqualTo("A");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<SecretAnswer<BookLine>> second =
                    threads.submit(() -> under.books.registerArrived(clerk, one.id(), "Văn phòng", ""));
            Future<SecretAnswer<BookLine>> third =
                    threads.submit(() -> under.books.registerArrived(clerk, other.id(), "Văn phòng", ""));
            assertThat(List.of(
                            granted(second.get()).number(), granted(third.get()).number()))
                    .containsExactlyInAnyOrder(2, 3);
        }
        hindered(under.books.registerArrived(clerk, one.id(), "", ""), Hindrance.NUMBER_TAKEN);
        assertThat(granted(under.books.entries(lower, book.id(), 0, 100)))
                .extracting(BookLine::number)
                .containsExactly(2, 3);
        granted(under.books.lock(clerk, book.id()));
        hindered(under.books.lock(clerk, book.id()), Hindrance.BOOK_LOCKED);
        Arrived late = arrive(Secrecy.SECRET, key());
        hindered(under.books.registerArrived(clerk, late.id(), "", ""), Hindrance.BOOK_LOCKED);
        assertThat(granted(under.books.openVolume(clerk, SecretBook.Direction.IN, 2026))
                        .volume())
                .isEqualTo(2);
        assertThat(granted(under.books.registerArrived(clerk, late.id(), "", ""))
                        .number())
                .isEqualTo(4);
    }

    @Test
    void keepsNothingReadableOfWhatArrived() {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        Arrived arrived = arrive(Secrecy.SECRET, key());
        granted(under.needToKnow.knowers(clerk, arrived.id()));
        String row = under.database
                .sql("select hex(concat(content, approvals)) from secret_document where document_id = ?")
                .param(ArrivedRows.octets(arrived.id()))
                .query(String.class)
                .single();
        String subject = java.util.HexFormat.of()
                .withUpperCase()
                .formatHex("Kho thóc".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(row).doesNotContain(subject);
        assertThat(under.events.toString()).doesNotContain("Kho");
    }
}
