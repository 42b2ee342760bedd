package vn.lienthong.node.delivery.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.delivery.SecretAccess;
import vn.lienthong.node.delivery.SecretEntry;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.SecretMarks;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.ForeignNode.Regime;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SecretsHeard;
import vn.lienthong.node.testing.TestDirectory;

/** What the secret area may do with a secret that arrived, and that nobody else can do anything with it. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretInboxIT {

    private static final AgencyCode HERE = new AgencyCode("H42.01");
    private static final AgencyCode HERE_TOO = new AgencyCode("H42.02");
    private static final Set<AgencyCode> US = Set.of(HERE);

    private final ParcelAcceptance acceptance;
    private final SecretInbox secrets;
    private final Inbox inbox;
    private final ParcelParties parties;
    private final SecretMarks marks;
    private final Given given;
    private final Map<AgencyCode, X509Certificate> recipients;
    private final ForeignNode peer;

    /** What the tests need besides. */
    record Given(SecretsHeard heard, TimeOrderedIds ids, InstantSource clock, TransactionTemplate transactions) {}

    @Autowired
    SecretInboxIT(ApplicationContext beans) throws IOException {
        this.acceptance = beans.getBean(ParcelAcceptance.class);
        this.secrets = beans.getBean(SecretInbox.class);
        this.inbox = beans.getBean(Inbox.class);
        this.parties = beans.getBean(ParcelParties.class);
        this.marks = beans.getBean(SecretMarks.class);
        this.given = new Given(
                beans.getBean(SecretsHeard.class),
                beans.getBean(TimeOrderedIds.class),
                beans.getBean(InstantSource.class),
                beans.getBean(TransactionTemplate.class));
        TestDirectory directory = beans.getBean(TestDirectory.class);
        AgencyKeys keys = beans.getBean(AgencyKeys.class);
        directory.approveSelf(Secrecy.TOP_SECRET);
        this.recipients = Map.of(
                HERE,
                keys.recipientKeys(directory.hostStrong(HERE), TestDirectory.STRONG)
                        .getFirst()
                        .certificate(),
                HERE_TOO,
                keys.recipientKeys(directory.hostStrong(HERE_TOO), TestDirectory.STRONG)
                        .getFirst()
                        .certificate());
        this.peer = ForeignNode.approved(directory, "peer-inbox-secret", "H49.02", Secrecy.TOP_SECRET);
    }

    /** Nobody will ever fetch the evidence. */
    @AfterAll
    void leaveNothingOnItsWay(@Autowired JdbcTemplate sql) {
        assertThat(sql.update(
                        "update evidence_shipment set state = 4 where target_node = ?",
                        peer.nodeId().value()))
                .isNotNegative();
    }

    private SecretEntry arrive() {
        ForeignNode.Parcel parcel = peer.seal(
                given.ids().next(),
                recipients,
                given.clock(),
                Regime.secret(Secrecy.TOP_SECRET),
                Map.of("Kế hoạch.bin", new byte[70_000]));
        assertThat(acceptance.accept(peer.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);
        return secrets.find(parcel.id(), HERE).orElseThrow();
    }

    private void forget(SecretEntry entry, AgencyCode recipient) {
        Boolean forgotten = given.transactions().execute(_ -> secrets.forgetEnvelope(entry.parcelId(), recipient));
        assertThat(forgotten).isTrue();
    }

    @Test
    void opensWithThePayloadKeyAloneAndNotWithAnother() throws IOException {
        SecretEntry entry = arrive();
        byte[] key = given.heard().key(entry.parcelId());
        assertThat(secrets.payloadKey(US, entry.entryId()))
                .hasValueSatisfying(again -> assertThat(again).isEqualTo(key));
        forget(entry, HERE);
        forget(entry, HERE_TOO);
        SecretAccess.Opened opened = (SecretAccess.Opened) secrets.open(US, entry.entryId(), key);
        try (var content = opened.content();
                InputStream whole = content.range(0, content.size())) {
            assertThat(Sha512.of(whole.readAllBytes()).hex()).isEqualTo(entry.packageSha512());
            ByteArrayOutputStream proof = new ByteArrayOutputStream();
            content.copyFile(PackageLayout.APPROVALS, proof);
            assertThat(proof.size()).isPositive();
        }
        key[0] ^= 1;
        assertThat(secrets.open(US, entry.entryId(), key)).isInstanceOf(SecretAccess.WrongKey.class);
        assertThat(secrets.open(Set.of(new AgencyCode("H42.99")), entry.entryId(), key))
                .isInstanceOf(SecretAccess.Absent.class);
    }

    @Test
    void forgetsTheEnvelopeWithTheLastRecipientAndThenNoAgencyKeyOpensIt() {
        SecretEntry entry = arrive();
        forget(entry, HERE);
        assertThat(secrets.payloadKey(Set.of(HERE_TOO), other(entry).entryId()))
                .as("the other recipient still needs it")
                .isPresent();
        forget(entry, HERE_TOO);
        assertThat(secrets.payloadKey(US, entry.entryId())).isEmpty();
        assertThat(secrets.find(US, entry.entryId()))
                .hasValueSatisfying(now -> assertThat(now.keyKept()).isFalse());
        assertThatThrownBy(() -> secrets.forgetEnvelope(entry.parcelId(), HERE))
                .as("only together with what the caller keeps")
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private SecretEntry other(SecretEntry entry) {
        return secrets.find(entry.parcelId(), HERE_TOO).orElseThrow();
    }

    @Test
    void forgetsTheEnvelopeWhenAllRecipientsDoSoAtOnce() throws InterruptedException, ExecutionException {
        SecretEntry entry = arrive();
        List<Future<?>> both = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            both.add(threads.submit(() -> forget(entry, HERE)));
            both.add(threads.submit(() -> forget(entry, HERE_TOO)));
        }
        for (Future<?> one : both) {
            one.get();
        }
        assertThat(secrets.find(US, entry.entryId()))
                .hasValueSatisfying(now -> assertThat(now.keyKept()).isFalse());
    }

    @Test
    void handsOverOnceWithTheRightDigest() {
        SecretEntry entry = arrive();
        assertThat(secrets.acknowledge(HERE, entry.entryId(), Sha512.of(new byte[1])))
                .isInstanceOf(Settlement.OtherDigest.class);
        Sha512 digest = Sha512.fromHex(entry.packageSha512()).orElseThrow();
        Settlement done = secrets.acknowledge(HERE, entry.entryId(), digest);
        assertThat(done)
                .isInstanceOfSatisfying(
                        Settlement.Done.class,
                        settled -> assertThat(settled.evidence().evidence().event())
                                .isEqualTo(EvidenceEvent.CONTENT_HANDOVER));
        assertThat(secrets.acknowledge(HERE, entry.entryId(), digest)).isEqualTo(done);
        assertThat(secrets.refuse(HERE, entry.entryId(), ClerkReason.OTHER))
                .isInstanceOf(Settlement.AlreadySettled.class);
    }

    @Test
    void refusesWithReasonAndNoWordsAndForgetsTheKey() {
        SecretEntry entry = arrive();
        forget(entry, HERE_TOO);
        assertThat(secrets.refuse(HERE, entry.entryId(), ClerkReason.WRONG_ADDRESSEE))
                .isInstanceOfSatisfying(
                        Settlement.Done.class,
                        settled -> assertThat(settled.evidence().evidence().reasons())
                                .extracting(EvidenceReason::detail)
                                .containsExactly("WRONG_ADDRESSEE"));
        assertThat(secrets.find(US, entry.entryId())).hasValueSatisfying(now -> {
            assertThat(now.state()).isEqualTo(InboxEntry.State.REFUSED);
            assertThat(now.keyKept()).isFalse();
        });
    }

    @Test
    void showsTheOrdinaryInboxNothing() throws IOException {
        SecretEntry entry = arrive();
        long id = entry.entryId();
        assertThat(inbox.find(US, id)).isEmpty();
        assertThat(inbox.document(US, id)).isEmpty();
        assertThat(inbox.all(US, Long.MAX_VALUE, 200)).isEmpty();
        assertThat(inbox.waiting(HERE, 0, 200, given.clock().instant())).isEmpty();
        assertThat(inbox.lease(HERE, id, Optional.empty())).isInstanceOf(LeaseAnswer.Absent.class);
        assertThat(inbox.look(US, id)).isInstanceOf(PackageAccess.Absent.class);
        assertThat(inbox.open(HERE, id, given.ids().next())).isInstanceOf(PackageAccess.Absent.class);
        assertThat(inbox.acknowledge(HERE, id, given.ids().next(), Sha512.of(new byte[1])))
                .isInstanceOf(Settlement.Absent.class);
        Boolean withdrawn = given.transactions().execute(_ -> inbox.withdraw(entry.parcelId(), HERE));
        assertThat(withdrawn).isFalse();
        assertThat(parties.arrived(entry.parcelId(), HERE)).isEmpty();
        assertThat(marks.isSecret(entry.parcelId())).isTrue();
        assertThat(secrets.list(US, Long.MAX_VALUE, 200))
                .extracting(SecretEntry::entryId)
                .contains(id);
    }
}
