package vn.lienthong.node.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.events.AgencyEvent;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.AgencyNews;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.testing.HookServer;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.webhook.WebhookCalls;
import vn.lienthong.node.webhook.WebhookSigning;
import vn.lienthong.node.webhook.internal.Endpoint.StopReason;
import vn.lienthong.node.webhook.internal.Endpoint.Wish;

/** Endpoints are told over real TLS of what really happened. */
@NodeTest
class WebhookIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final AgencyCode agency = new AgencyCode("H96." + (10 + NUMBER.incrementAndGet()));
    private final HookServer server = new HookServer();

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private EndpointRows rows;

    @Autowired
    private Messages messages;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private WebhookCalls calls;

    @Autowired
    private WebhookSigning signing;

    @Autowired
    private AgencyEvents events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private InstantSource clock;

    @Autowired
    @Qualifier(WebhookConfiguration.SENDING)
    private Rounds sending;

    @AfterEach
    void close() {
        if (!sending.isRunning()) {
            sending.start();
        }
        rows.of(agency)
                .forEach(endpoint -> assertThat(rows.remove(endpoint.id())).isTrue());
        server.close();
    }

    private record Made(Endpoint endpoint, String secret) {}

    private Made made(HookServer where) throws InterruptedException {
        Wish wish = new Wish("Văn phòng điện tử", where.address(204), Set.of(EventType.values()));
        EndpointAnswer answer = endpoints.create(agency, wish);
        assertThat(where.next().body()).contains(Endpoints.PING);
        return answer instanceof EndpointAnswer.Secretive(Endpoint endpoint, var secret)
                ? new Made(endpoint, secret.reveal())
                : fail(answer);
    }

    private static Made fail(EndpointAnswer answer) {
        throw new AssertionError(answer.toString());
    }

    private void happens(String what) {
        transactions.executeWithoutResult(
                _ -> events.record(List.of(AgencyNews.about(agency, EventType.KEY_EXPIRING, what))));
    }

    private static boolean verifies(String secret, HookServer.Call call) {
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(call.id()),
                "webhook-timestamp", List.of(call.second()),
                "webhook-signature", List.of(call.signature()));
        try {
            new Webhook(secret).verify(call.body(), headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        } catch (EmptyWebhookSecretException e) {
            throw new AssertionError(e);
        }
    }

    private Endpoint present(Endpoint endpoint) {
        return endpoints.find(endpoint.id()).orElseThrow();
    }

    private void makeDue(Endpoint endpoint) {
        int due = messages.hurry(endpoint.id(), clock.instant().minusSeconds(1));
        assertThat(due).isPositive();
        sending.wake();
    }

    /** Outcomes are written after the call was answered. */
    private Endpoint until(Endpoint endpoint, java.util.function.Predicate<Endpoint> state) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!state.test(present(endpoint))) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
        return present(endpoint);
    }

    @Test
    void tellsEventsSoThatTheReferenceLibraryVerifiesThem() throws InterruptedException {
        Made made = made(server);
        happens("one");
        HookServer.Call call = server.next();
        assertThat(call.id()).startsWith("evt_");
        assertThat(call.body()).contains("\"type\":\"key.expiring\"", "\"code\":\"one\"", agency.value());
        assertThat(verifies(made.secret(), call)).isTrue();
        assertThat(verifies(signing.shown("another").reveal(), call)).isFalse();
    }

    @Test
    void makesNoneThatDoesNotAnswer() {
        server.answerWith(500);
        Wish wish = new Wish("Hỏng", server.address(204), Set.of(EventType.INBOX_ARRIVED));
        assertThat(endpoints.create(agency, wish)).isInstanceOf(EndpointAnswer.NotAnswered.class);
        assertThat(endpoints.of(agency)).isEmpty();
    }

    @Test
    void tellsOnlyTypesThatWereChosen() throws InterruptedException {
        Made made = made(server);
        Wish narrow = new Wish("Hẹp", server.address(204), Set.of(EventType.WEBHOOK_DISABLED));
        assertThat(endpoints.change(made.endpoint(), 1, narrow)).isInstanceOf(EndpointAnswer.Done.class);
        happens("unwanted");
        transactions.executeWithoutResult(
                _ -> events.record(List.of(AgencyNews.about(agency, EventType.WEBHOOK_DISABLED, "wanted"))));
        assertThat(server.next().body()).contains("wanted").doesNotContain("unwanted");
        assertThat(server.isQuiet()).isTrue();
    }

    @Test
    void sendsAgainUnderTheSameIdentity() throws InterruptedException {
        Made made = made(server);
        server.answerWith(500);
        happens("stubborn");
        HookServer.Call first = server.next();
        until(made.endpoint(), endpoint -> endpoint.standing().failingSince() != null);
        server.answerWith(0);
        makeDue(made.endpoint());
        assertThat(server.next().id()).isEqualTo(first.id());
        until(made.endpoint(), endpoint -> endpoint.standing().failingSince() == null);
    }

    @Test
    void signsWithBothSecretsWhileOneReplacesTheOther() throws InterruptedException {
        Made made = made(server);
        EndpointAnswer rotated = endpoints.rotate(made.endpoint(), Duration.ofHours(1));
        assertThat(rotated).isInstanceOfSatisfying(EndpointAnswer.Secretive.class, fresh -> {
            assertThat(fresh.secret().reveal()).isNotEqualTo(made.secret());
            happens("both");
        });
        HookServer.Call call = server.next();
        assertThat(verifies(made.secret(), call)).isTrue();
        assertThat(verifies(((EndpointAnswer.Secretive) rotated).secret().reveal(), call))
                .isTrue();
        assertThat(present(made.endpoint()).purposes(clock.instant().plus(Duration.ofHours(2))))
                .hasSize(1);
    }

    @Test
    void rotatesOnceWhenTwoDoItAtOnce() throws InterruptedException, ExecutionException {
        Made made = made(server);
        List<Future<EndpointAnswer>> racing = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 6)
                    .forEach(_ ->
                            racing.add(threads.submit(() -> endpoints.rotate(made.endpoint(), Duration.ofHours(1)))));
        }
        List<EndpointAnswer> answers = new ArrayList<>();
        for (Future<EndpointAnswer> one : racing) {
            answers.add(one.get());
        }
        assertThat(answers)
                .filteredOn(EndpointAnswer.Secretive.class::isInstance)
                .hasSize(1);
        assertThat(present(made.endpoint()).secret().epoch()).isEqualTo(2);
    }

    @Test
    void makesNoMoreThanAllowedWhenManyAreMadeAtOnce() {
        Wish wish = new Wish("Nhiều", server.address(204), Set.of(EventType.INBOX_ARRIVED));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, Endpoints.MOST + 4)
                    .forEach(_ -> threads.execute(
                            () -> assertThat(endpoints.create(agency, wish)).isNotNull()));
        }
        assertThat(endpoints.of(agency)).hasSize(Endpoints.MOST);
    }

    @Test
    void switchesOffWhatIsGoneAndTellsOfIt() throws InterruptedException {
        Made made = made(server);
        server.answerWith(410);
        happens("last");
        assertThat(server.next().body()).contains("last");
        Endpoint stopped = until(made.endpoint(), endpoint -> !endpoint.active());
        assertThat(stopped.standing().stoppedWhy()).isEqualTo(StopReason.GONE);
        List<AgencyEvent> told = events.after(agency, 0, 100, clock.instant().plusSeconds(20));
        while (told.getLast().news().type() != EventType.WEBHOOK_DISABLED) {
            told = events.after(
                    agency, told.getLast().place(), 100, clock.instant().plusSeconds(20));
        }
        assertThat(told.getLast().news().code()).isEqualTo(made.endpoint().id().toString());
        server.answerWith(0);
        assertThat(endpoints.start(stopped)).isInstanceOf(EndpointAnswer.Done.class);
        HookServer.Call call = server.next();
        while (!call.body().contains("webhook.disabled")) {
            assertThat(call.body()).as("what waited").contains("last");
            call = server.next();
        }
    }

    @Test
    void switchesOffWhatFailsForADay() throws InterruptedException {
        Made made = made(server);
        server.answerWith(503);
        happens("lost");
        HookServer.Call first = server.next();
        until(made.endpoint(), endpoint -> endpoint.standing().failingSince() != null);
        int aged = database.sql("update webhook_endpoint set failing_since = ? where endpoint_id = ?")
                .params(
                        vn.lienthong.node.database.Columns.of(clock.instant().minus(Duration.ofHours(25))),
                        vn.lienthong.node.database.Columns.octets(
                                made.endpoint().id()))
                .update();
        assertThat(aged).isEqualTo(1);
        makeDue(made.endpoint());
        assertThat(server.next().id()).isEqualTo(first.id());
        Endpoint stopped = until(made.endpoint(), endpoint -> !endpoint.active());
        assertThat(stopped.standing().stoppedWhy()).isEqualTo(StopReason.NO_ANSWER);
        assertThat(database.sql("select count(*) from notification where href = ?")
                        .param(Outcomes.PAGE + made.endpoint().id())
                        .query(Integer.class)
                        .single())
                .isNotNegative();
    }

    @Test
    void doesNotLetASlowEndpointDelayAnother() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        try (HookServer slow = new HookServer()) {
            made(slow);
            made(server);
            slow.holdUntil(stuck);
            IntStream.range(0, 12).forEach(number -> happens("n" + number));
            Set<String> seen = new java.util.HashSet<>();
            while (seen.size() < 12) {
                assertThat(seen.add(server.next().id())).isTrue();
            }
            assertThat(slow.calls()).hasSizeLessThanOrEqualTo(1 + Sending.AT_ONCE);
        } finally {
            stuck.countDown();
        }
    }

    @Test
    void losesNothingWhenTheProgramDiesAfterACall() throws InterruptedException {
        sending.stop();
        Made made = made(server);
        Sending mortal = new Sending(
                rows,
                messages,
                outcomes,
                calls,
                signing,
                new Sending.Surroundings(
                        transactions,
                        place -> {
                            throw new IllegalStateException("killed at " + place);
                        },
                        clock));
        happens("survivor");
        CountDownLatch over = new CountDownLatch(1);
        while (messages.due(clock.instant()).isEmpty()) {
            Thread.onSpinWait();
        }
        mortal.round(over::countDown);
        HookServer.Call first = server.next();
        over.await();
        assertThat(messages.waiting(made.endpoint().id())).isEqualTo(1);
        assertThat(messages.due(clock.instant()))
                .as("held")
                .doesNotContain(made.endpoint().id());
        sending.start();
        makeDue(made.endpoint());
        assertThat(server.next().id()).isEqualTo(first.id());
    }

    @Test
    void tellsAgainSinceAMoment() throws InterruptedException {
        Instant begun = clock.instant().minusSeconds(1);
        Made made = made(server);
        happens("past");
        String id = server.next().id();
        assertThat(endpoints.repeat(made.endpoint(), "evt_0")).isFalse();
        assertThat(endpoints.replay(made.endpoint(), begun)).isTrue();
        assertThat(server.next().id()).isEqualTo(id);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() throws InterruptedException {
        Made made = made(server);
        Wish wish = new Wish("Tên mới", server.address(204), Set.of(EventType.INBOX_ARRIVED));
        assertThat(endpoints.change(made.endpoint(), 1, wish)).isInstanceOf(EndpointAnswer.Done.class);
        assertThat(endpoints.change(made.endpoint(), 1, wish)).isEqualTo(new EndpointAnswer.ChangedMeanwhile());
    }
}
