package vn.lienthong.node.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.DueItem;
import vn.lienthong.node.notification.DueSource;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.testing.HookServer;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.webhook.WebhookSigning;
import vn.lienthong.node.webhook.internal.LoopbackCalls;

/** People are told in the page, by real mail and by real webhooks. */
@NodeTest
class NotificationIT {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Notifications notifications;

    @Autowired
    private ToldList told;

    @Autowired
    private Preferences preferences;

    @Autowired
    private NodeFacts facts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ChannelFaults faults;

    @Autowired
    private WebhookSigning signing;

    @Autowired
    @Qualifier(NotificationClockwork.SENDING)
    private Rounds sending;

    @Autowired
    @Qualifier(NotificationClockwork.WATCHING)
    private Rounds watching;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Calendars calendars;

    @Autowired
    private MessageSource words;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private InstantSource clock;

    private final AgencyCode agency = new AgencyCode("H98." + (10 + NUMBER.incrementAndGet()));

    @BeforeEach
    void sendByHand() {
        sending.stop();
        watching.stop();
        assertThat(database.sql("delete from notification_outbox").update()).isNotNegative();
    }

    @AfterEach
    void sendAgain() {
        sending.start();
        watching.start();
    }

    private LoginName clerk() {
        LoginName login = new LoginName("told" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Người Nhận", Set.of(Role.CLERK), Set.of(agency));
        assertThat(accounts.create(account, "bảy con mực nướng")).isInstanceOf(AccountCreation.Created.class);
        return login;
    }

    private void tell(NotificationKind kind, Urgency urgency, Audience audience) {
        transactions.executeWithoutResult(
                _ -> notifications.tell(Announcement.of(kind, urgency, "123/UBND-VX", "/incoming/1", audience)));
    }

    private OutboxLoop loop(int smtpPort, WebhookSending webhooks) {
        NotificationProperties properties = new NotificationProperties(
                "https://nut.example",
                new NotificationProperties.Smtp(
                        smtpPort == 0 ? "" : "127.0.0.1",
                        smtpPort,
                        NotificationProperties.Security.NONE,
                        "",
                        null,
                        "lienthong@example.vn",
                        null));
        return new OutboxLoop(outbox, preferences, new MailSending(properties, facts, words, clock), webhooks, faults);
    }

    private WebhookSending webhooks() throws IOException {
        return new WebhookSending(LoopbackCalls.trusting(HookServer.authority()), signing);
    }

    @Test
    void tellsTheClerksOfTheAgencyWhenItIsCommitted() {
        LoginName one = clerk();
        LoginName other = clerk();
        transactions.executeWithoutResult(transaction -> {
            notifications.tell(Announcement.of(
                    NotificationKind.DOCUMENT_ARRIVED,
                    Urgency.ORDINARY,
                    "1/A",
                    "/incoming/1",
                    Audience.clerks(agency)));
            transaction.setRollbackOnly();
        });
        assertThat(told.list(one, true, Long.MAX_VALUE, 10)).isEmpty();
        tell(NotificationKind.URGENT_ARRIVED, Urgency.EXPRESS, Audience.clerks(agency));
        assertThat(told.list(one, true, Long.MAX_VALUE, 10)).hasSize(1);
        ToldList.Told line = told.list(other, true, Long.MAX_VALUE, 10).getFirst();
        assertThat(line.about()).isEqualTo("123/UBND-VX");
        assertThat(told.read(one, line.id())).as("not theirs").isFalse();
        assertThat(told.read(other, line.id())).isTrue();
        assertThat(told.read(other, line.id())).isFalse();
        assertThat(told.list(other, true, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(told.list(other, false, Long.MAX_VALUE, 10)).hasSize(1);
        assertThatThrownBy(() -> notifications.tell(
                        Announcement.of(NotificationKind.OVERDUE, Urgency.ORDINARY, "", "/", Audience.of(one))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sendsOneMailThatSaysHowManyAndNothingElse() throws IOException, MessagingException {
        LoginName login = clerk();
        preferences.reach(login, "vanthu@example.vn", null, null);
        tell(NotificationKind.URGENT_ARRIVED, Urgency.EXPRESS, Audience.of(login));
        tell(NotificationKind.URGENT_ARRIVED, Urgency.URGENT, Audience.of(login));
        tell(NotificationKind.OVERDUE, Urgency.ORDINARY, Audience.of(login));
        tell(NotificationKind.JOB_DONE, Urgency.ORDINARY, Audience.of(login));
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            OutboxLoop loop = loop(server.getSmtp().getPort(), webhooks());
            assertThat(loop.round()).isEqualTo(3);
            assertThat(loop.round()).isZero();
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject())
                    .isEqualTo("[Liên thông] HỎA TỐC (1): 2 văn bản khẩn chờ tiếp nhận và 1 loại việc khác");
            assertThat(mail.getContent().toString())
                    .contains("1 văn bản quá hạn", "https://nut.example/notifications")
                    .doesNotContain("123/UBND");
            assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain("123/UBND", agency.value());
            tell(NotificationKind.OVERDUE, Urgency.ORDINARY, Audience.of(login));
            assertThat(loop.round()).isOne();
            long line = told.list(login, true, Long.MAX_VALUE, 1).getFirst().id();
            assertThat(server.getReceivedMessages()[1].getContent().toString())
                    .as("about one thing: leads to it")
                    .contains("https://nut.example/notifications/" + line + "\r\n");
        } finally {
            server.stop();
        }
    }

    @Test
    void keepsWhatTheMailServerDidNotTake() throws IOException {
        LoginName login = clerk();
        preferences.reach(login, "vanthu@example.vn", null, null);
        tell(NotificationKind.OVERDUE, Urgency.ORDINARY, Audience.of(login));
        assertThat(loop(1, webhooks()).round()).isEqualTo(1);
        assertThat(attempts(login)).isEqualTo(1);
        assertThat(loop(1, webhooks()).round())
                .as("not before the pause is over")
                .isZero();
    }

    private int attempts(LoginName login) {
        return database.sql("select attempts from notification_outbox where login = ?")
                .param(login.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void signsWebhooksAndStopsThoseThatAreGone() throws IOException, GeneralSecurityException {
        LoginName login = clerk();
        try (HookServer server = new HookServer()) {
            preferences.reach(login, null, server.address(204), null);
            int epoch = preferences.renewSecret(login);
            tell(NotificationKind.RECALL_ASKED, Urgency.ORDINARY, Audience.of(login));
            OutboxLoop loop = loop(0, webhooks());
            assertThat(loop.round()).isEqualTo(1);
            HookServer.Call call = server.calls().getFirst();
            assertThat(call.body()).contains("\"type\":\"recall-asked\"").doesNotContain("123", login.value());
            assertThat(call.signature())
                    .isEqualTo(signature(
                            signing.shown(login.value() + "\0" + epoch).reveal(), call));
            preferences.reach(login, null, server.address(410), null);
            tell(NotificationKind.RECALL_ASKED, Urgency.ORDINARY, Audience.of(login));
            assertThat(loop.round()).isEqualTo(1);
            assertThat(preferences.channels(login).webhookStopped()).isEqualTo("GONE");
            assertThat(told.list(login, true, Long.MAX_VALUE, 10))
                    .extracting(ToldList.Told::kind)
                    .contains(NotificationKind.CHANNEL_STOPPED);
            tell(NotificationKind.RECALL_ASKED, Urgency.ORDINARY, Audience.of(login));
            assertThat(loop.round()).isZero();
        }
    }

    /** As the receiving side would calculate it. */
    private static String signature(String secret, HookServer.Call call) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] text = (call.id() + "." + call.second() + "." + call.body()).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text));
    }

    @Test
    void choicesSayWhereAPersonIsTold() throws IOException {
        LoginName login = clerk();
        preferences.reach(login, "vanthu@example.vn", null, null);
        preferences.choose(login, Map.of(NotificationKind.OVERDUE, new Choice(false, false, false)));
        tell(NotificationKind.OVERDUE, Urgency.ORDINARY, Audience.of(login));
        assertThat(told.list(login, true, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(loop(1, webhooks()).round()).isZero();
    }

    @Test
    void tellsEachDeadlineOnceNearAndOncePast() {
        LoginName login = clerk();
        Instant now = clock.instant();
        Instant near = calendars.current().plusWorkingTime(now, DueWatch.NEAR);
        List<DueItem> items = List.of(item("past", now.minusSeconds(60), login), item("near", near, login));
        DueSource source = new DueSource() {
            @Override
            public String name() {
                return "test-" + login.value();
            }

            @Override
            public List<DueItem> due(Instant from, Instant until, int most) {
                return items.stream()
                        .filter(item ->
                                !item.due().isBefore(from) && !item.due().isAfter(until))
                        .toList();
            }
        };
        DueWatch watch = new DueWatch(
                new StaticListableBeanFactory(Map.of("source", source)).getBeanProvider(DueSource.class),
                calendars,
                notifications,
                database,
                transactions,
                clock);
        assertThat(watch.look(now)).isEqualTo(2);
        assertThat(watch.look(now)).isZero();
        assertThat(told.list(login, true, Long.MAX_VALUE, 10))
                .extracting(ToldList.Told::kind)
                .containsExactlyInAnyOrder(NotificationKind.OVERDUE, NotificationKind.DUE_SOON);
        assertThat(watch.look(near.plusSeconds(1)))
                .as("the second one is past now")
                .isEqualTo(1);
    }

    private static DueItem item(String id, Instant due, LoginName whom) {
        return new DueItem(id, due, Urgency.ORDINARY, "5/TB", "/incoming/5", List.of(Audience.of(whom)));
    }
}
