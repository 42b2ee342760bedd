package vn.lienthong.node.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.PDF;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.PIN;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.granted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.approval.ReleaseCheck;
import vn.lienthong.core.approval.ReleaseVerdict;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.release.SignedRelease;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class ReleaseByTwoIT {

    private final SecretsUnderTest under;
    private final SecretCaller composer;
    private final SecretCaller releaser;

    ReleaseByTwoIT(DataSource source) {
        under = new SecretsUnderTest(source);
        composer = under.keyed("composer", Role.CLERK, Secrecy.TOP_SECRET);
        releaser = under.keyed("releaser", Role.LEADER, Secrecy.TOP_SECRET);
    }

    private static void hindered(SecretAnswer<?> answer, Hindrance why) {
        assertThat(answer).isInstanceOf(SecretAnswer.Hindered.class);
        assertThat(((SecretAnswer.Hindered<?>) answer).why()).isEqualTo(why);
    }

    private DraftView now(DraftView draft) {
        return under.draftRows
                .find(draft.id())
                .map(row -> granted(under.drafts.find(composer, row.id())))
                .orElseThrow();
    }

    private void coolOff() {
        under.clock.advance(Duration.ofMinutes(11));
        granted(under.keys.unlock(composer, PIN.toCharArray()));
        granted(under.keys.unlock(releaser, PIN.toCharArray()));
    }

    private boolean run() {
        return under.sending(CrashPoints.none()).run();
    }

    private long sentOf(DraftView draft) {
        return under.delivery.sent.stream()
                .filter(sent -> sent.order().submittedBy().endsWith(draft.id().toString()))
                .count();
    }

    @Test
    void sendsWhatTwoPersonsReleasedAfterTheCoolingOff() throws IOException {
        DraftView approved = under.approved(composer, releaser);
        assertThat(run()).isFalse();
        assertThat(sentOf(approved)).isZero();
        coolOff();
        assertThat(run()).isFalse();
        FakeDelivery.Sent sent = under.delivery.sent.getLast();
        assertThat(now(approved).state()).isEqualTo(DraftState.SENT);
        assertThat(sent.files()).containsExactly(PDF);
        assertThat(WireFormats.SIGNED_RELEASE.decode(sent.approvals().octets().toByteArray()))
                .isInstanceOfSatisfying(
                        Decoded.Value.class,
                        value -> assertThat(ReleaseCheck.check((SignedRelease) value.value()))
                                .isInstanceOf(ReleaseVerdict.Holds.class));
        assertThat(under.events)
                .extracting(event -> event.kind())
                .contains(EventKind.SECRET_SUBMIT, EventKind.SECRET_APPROVE, EventKind.SECRET_SEND);
    }

    @Test
    void keepsNoShareOfWhatWasSent() throws IOException {
        DraftView approved = under.approved(composer, releaser);
        coolOff();
        assertThat(run()).isFalse();
        assertThat(under.draftRows.find(approved.id())).hasValueSatisfying(draft -> {
            assertThat(draft.nodeShare()).isNull();
            assertThat(draft.givenShare()).isNull();
        });
        assertThat(under.database
                        .sql("select count(*) from secret_share where owner_id = ?")
                        .param(DraftRows.octets(approved.id()))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(under.fileRows.of(approved.id()))
                .allSatisfy(
                        stored -> assertThat(under.store.open(stored.payload())).isEmpty());
    }

    @Test
    void doesNotOpenForTheComposerAfterTheSubmission() throws IOException {
        DraftView waiting = under.submitted(composer, releaser);
        hindered(under.drafts.file(composer, waiting.id(), 1), Hindrance.WRONG_STATE);
        Draft draft = under.draftRows.find(waiting.id()).orElseThrow();
        var composersKeys = under.unlocked.keys(composer).orElseThrow();
        assertThatThrownBy(() -> under.draftShares.open(draft, composer.login(), composersKeys))
                .isInstanceOf(HinderedException.class);
        assertThatThrownBy(() -> under.draftShares.open(draft, releaser.login(), composersKeys))
                .isInstanceOf(HinderedException.class);
        assertThatThrownBy(() -> under.draftShares.openGiven(draft)).isInstanceOf(HinderedException.class);
    }

    @Test
    void doesNotOpenWithAShareFromBefore() throws IOException {
        DraftView draft = under.draft(composer, Secrecy.SECRET);
        byte[] before = under.draftRows.share(draft.id(), composer.login()).orElseThrow();
        DraftView waiting =
                granted(under.drafts.submit(composer, draft.id(), draft.version(), List.of(releaser.login())));
        under.draftRows.putShare(waiting.id(), composer.login(), before);
        Draft replayed = under.draftRows.find(waiting.id()).orElseThrow();
        var composersKeys = under.unlocked.keys(composer).orElseThrow();
        assertThatThrownBy(() -> under.draftShares.open(replayed, composer.login(), composersKeys))
                .isInstanceOf(HinderedException.class);
    }

    @Test
    void opensNothingWithTheDatabaseAndOnePersonsPinButNoMasterKey() throws IOException {
        DraftView waiting = under.submitted(composer, releaser);
        var releasersKeys = under.unlocked.keys(releaser).orElseThrow();
        under.keys.lock(releaser);
        Draft draft = under.draftRows.find(waiting.id()).orElseThrow();
        under.fields.stolen = true;
        try {
            assertThatThrownBy(() -> granted(under.keys.unlock(releaser, PIN.toCharArray())))
                    .isInstanceOf(IllegalStateException.class);
            // Even the open key of a person yields one share, and the other one is sealed under the master key.
            assertThatThrownBy(() -> under.draftShares.open(draft, releaser.login(), releasersKeys))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> under.draftRows.find(waiting.id())).isInstanceOf(IllegalStateException.class);
        } finally {
            under.fields.stolen = false;
        }
    }

    @Test
    void opensNothingWithDatabaseFilesAndMasterKeyButNoPin() throws IOException {
        DraftView waiting = under.submitted(composer, releaser);
        Draft draft = under.draftRows.find(waiting.id()).orElseThrow();
        byte[] node = under.seals.openShare(
                Place.of("draft", draft.id(), draft.generation(), "node"),
                java.util.Objects.requireNonNull(draft.nodeShare()).toByteArray());
        StoredFile stored = under.fileRows.of(draft.id()).getFirst();
        SecretPieces pieces = new SecretPieces(under.store);
        assertThatThrownBy(() -> pieces.open(stored.payload(), node)).isInstanceOf(IOException.class);
        under.keys.lock(releaser);
        hindered(under.keys.unlock(releaser, "sai mã 2026".toCharArray()), Hindrance.WRONG_PIN);
        hindered(under.releases.file(releaser, waiting.id(), 1), Hindrance.LOCKED);
    }

    @Test
    void keepsNothingReadableInTablesAndFiles() throws IOException {
        DraftView waiting = under.submitted(composer, releaser);
        String content = under.database
                .sql("select hex(concat(content, signed_release)) from secret_draft where draft_id = ?")
                .param(DraftRows.octets(waiting.id()))
                .query(String.class)
                .single();
        assertThat(content).doesNotContain(hex("kho thóc"), hex("BC-UBND"), hex("H38"));
        StoredFile stored = under.fileRows.of(waiting.id()).getFirst();
        try (var channel = under.store.open(stored.payload()).orElseThrow()) {
            ByteBuffer octets = ByteBuffer.allocate((int) channel.size());
            assertThat(channel.read(octets)).isPositive();
            assertThat(new String(octets.array(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("canary", "%PDF-");
        }
        assertThat(under.events.toString() + under.told).doesNotContain("kho thóc");
    }

    private static String hex(String text) {
        return java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void refusesTheSamePersonTwice() throws IOException {
        SecretCaller leader = under.keyed("both", Role.LEADER, Secrecy.TOP_SECRET);
        DraftView draft = under.draft(leader, Secrecy.SECRET);
        hindered(
                under.drafts.submit(leader, draft.id(), draft.version(), List.of(leader.login())),
                Hindrance.SAME_PERSON);
        DraftView waiting =
                granted(under.drafts.submit(leader, draft.id(), draft.version(), List.of(releaser.login())));
        hindered(under.releases.approve(leader, waiting.id(), waiting.statement()), Hindrance.HIDDEN);
    }

    @Test
    void refusesAnApprovalOfAnotherStatement() throws IOException {
        DraftView waiting = under.submitted(composer, releaser);
        hindered(under.releases.approve(releaser, waiting.id(), "00".repeat(64)), Hindrance.CHANGED_MEANWHILE);
    }

    @Test
    void refusesFilesThatWereSwappedAfterTheFirstSignature() throws IOException {
        DraftView waiting = under.submitted(composer, releaser);
        StoredFile stored = under.fileRows.of(waiting.id()).getFirst();
        FileFacts other = new FileFacts("bao-cao.pdf", "application/pdf", 4, "ab".repeat(64));
        int _ = under.database
                .sql("update secret_file set facts = ? where draft_id = ?")
                .params(
                        under.seals.metadata(SecretFileRows.place(stored.payload()), other),
                        DraftRows.octets(waiting.id()))
                .update();
        hindered(under.releases.approve(releaser, waiting.id(), waiting.statement()), Hindrance.CONTENT_CHANGED);
    }

    @Test
    void sendsNothingThatWasSwappedAfterTheSecondSignature() throws IOException {
        DraftView approved = under.approved(composer, releaser);
        StoredFile stored = under.fileRows.of(approved.id()).getFirst();
        byte[] key =
                under.draftShares.openGiven(under.draftRows.find(approved.id()).orElseThrow());
        assertThat(under.store.delete(stored.payload())).isTrue();
        new SecretPieces(under.store)
                .keep(
                        stored.payload(),
                        key,
                        new java.io.ByteArrayInputStream(
                                "%PDF-swapped".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        coolOff();
        assertThat(run()).isFalse();
        assertThat(sentOf(approved)).isZero();
        assertThat(now(approved).state()).isEqualTo(DraftState.DRAFT);
        assertThat(now(approved).fault()).isEqualTo("content-changed");
    }

    @Test
    void sendsNothingWhenAClearanceEndedMeanwhile() throws IOException {
        DraftView approved = under.approved(composer, releaser);
        coolOff();
        under.people.clear(releaser.login().value(), Secrecy.ORDINARY);
        assertThat(run()).isFalse();
        assertThat(sentOf(approved)).isZero();
        assertThat(now(approved).fault()).isEqualTo("releaser-unfit");
        assertThat(readable(approved)).isEqualTo(PDF);
    }

    private byte[] readable(DraftView draft) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        granted(under.drafts.file(composer, draft.id(), 1)).copyTo(out);
        return out.toByteArray();
    }

    @Test
    void letsEitherPersonStopItWhileItCoolsOff() throws IOException {
        for (SecretCaller who : List.of(composer, releaser)) {
            DraftView approved = under.approved(composer, releaser);
            granted(under.releases.stop(who, approved.id()));
            coolOff();
            assertThat(run()).isFalse();
            assertThat(sentOf(approved)).isZero();
            assertThat(readable(approved)).isEqualTo(PDF);
            hindered(
                    under.releases.stop(who, approved.id()),
                    who.equals(composer) ? Hindrance.TOO_LATE : Hindrance.HIDDEN);
        }
    }

    @Test
    void comesBackWhenItIsRefusedOrTakenBack() throws IOException {
        DraftView refused = under.submitted(composer, releaser);
        granted(under.releases.refuse(releaser, refused.id(), "Sai số liệu"));
        assertThat(now(refused).note()).isEqualTo("Sai số liệu");
        assertThat(readable(refused)).isEqualTo(PDF);
        DraftView withdrawn = under.submitted(composer, releaser);
        granted(under.drafts.withdraw(composer, withdrawn.id()));
        hindered(under.releases.approve(releaser, withdrawn.id(), withdrawn.statement()), Hindrance.HIDDEN);
        granted(under.keys.unlock(releaser, PIN.toCharArray()));
        assertThat(readable(withdrawn)).isEqualTo(PDF);
    }

    @Test
    void tellsBothWhenTheDeliveryRefuses() throws IOException {
        DraftView approved = under.approved(composer, releaser);
        under.delivery.refusal = ErrorCode.SECRECY_NOT_ALLOWED;
        under.told.clear();
        coolOff();
        assertThat(run()).isFalse();
        assertThat(now(approved).fault()).isEqualTo(ErrorCode.SECRECY_NOT_ALLOWED.code());
        assertThat(under.told)
                .hasSize(2)
                .allSatisfy(news -> assertThat(news.about()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret.claimed", "secret.filled", "secret.submitted", "secret.sent"})
    void sendsOnceWhereverItIsKilled(String place) throws IOException {
        DraftView approved = under.approved(composer, releaser);
        coolOff();
        Sending killed = under.sending(name -> {
            if (name.equals(place)) {
                throw new KilledError();
            }
        });
        assertThatThrownBy(killed::run).isInstanceOf(KilledError.class);
        under.clock.advance(Duration.ofMinutes(6));
        assertThat(run()).isFalse();
        assertThat(sentOf(approved)).isOne();
        assertThat(now(approved).state()).isEqualTo(DraftState.SENT);
    }

    @Test
    void sendsOnceWhenTwoProcessesRace() throws IOException, InterruptedException, ExecutionException {
        DraftView approved = under.approved(composer, releaser);
        coolOff();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one =
                    threads.submit(() -> under.sending(CrashPoints.none()).run());
            Future<Boolean> other =
                    threads.submit(() -> under.sending(CrashPoints.none()).run());
            assertThat(one.get() || other.get()).isFalse();
        }
        assertThat(sentOf(approved)).isOne();
    }

    @Test
    void eitherStopsOrSendsWhenBothHappenAtOnce() throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < 5; round++) {
            DraftView approved = under.approved(composer, releaser);
            coolOff();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<SecretAnswer<DraftView>> stop =
                        threads.submit(() -> under.releases.stop(composer, approved.id()));
                Future<Boolean> send =
                        threads.submit(() -> under.sending(CrashPoints.none()).run());
                boolean stopped = stop.get() instanceof SecretAnswer.Granted;
                assertThat(send.get()).isFalse();
                assertThat(sentOf(approved)).isEqualTo(stopped ? 0 : 1);
            }
        }
    }

    @Test
    void countsOneOfTwoReleasersAtTheSameMoment() throws IOException, InterruptedException, ExecutionException {
        SecretCaller second = under.keyed("second", Role.LEADER, Secrecy.TOP_SECRET);
        DraftView waiting = under.submitted(composer, releaser, second);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<SecretAnswer<DraftView>> one =
                    threads.submit(() -> under.releases.approve(releaser, waiting.id(), waiting.statement()));
            Future<SecretAnswer<DraftView>> other =
                    threads.submit(() -> under.releases.approve(second, waiting.id(), waiting.statement()));
            assertThat(List.of(one.get(), other.get()))
                    .filteredOn(SecretAnswer.Granted.class::isInstance)
                    .hasSize(1);
        }
        LoginName released = now(waiting).releasedBy();
        assertThat(released).isIn(releaser.login(), second.login());
    }

    @Test
    void hidesDraftsFromEverybodyElse() throws IOException {
        DraftView waiting = under.submitted(composer, releaser);
        SecretCaller other = under.keyed("other", Role.LEADER, Secrecy.TOP_SECRET);
        hindered(under.releases.find(other, waiting.id()), Hindrance.HIDDEN);
        hindered(under.drafts.find(releaser, waiting.id()), Hindrance.HIDDEN);
        SecretCaller uncleared = under.people.add("uncleared", Role.CLERK, Secrecy.ORDINARY);
        hindered(under.drafts.mine(uncleared), Hindrance.HIDDEN);
        under.delivery.zone = Secrecy.ORDINARY;
        hindered(under.drafts.find(composer, waiting.id()), Hindrance.HIDDEN);
    }

    /** Ends a piece of work as the end of the process would: nothing catches it. */
    private static final class KilledError extends Error {
        private static final long serialVersionUID = 1L;
    }
}
