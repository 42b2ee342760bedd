package vn.lienthong.node.webhook.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.events.EventsListener;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.web.PageAccess;
import vn.lienthong.node.webhook.TrustedAuthority;
import vn.lienthong.node.webhook.WebhookCalls;

/** How calls are made, when messages are made and sent, and who may open the pages. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    static final String SPOOLING = "webhookSpooling";
    static final String SENDING = "webhookSending";

    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERYWHERE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 5000;

    @Bean
    WebhookCalls webhookCalls(WebhookProperties settings, NodeFacts facts) throws IOException {
        return new GuardedCalls(
                settings.enabled() && !facts.training(),
                TrustedAuthority.context(settings.caFile()),
                settings,
                NameResolver.ofTheMachine(),
                LONGEST_CALL);
    }

    @Bean
    Sending.Surroundings webhookSurroundings(
            TransactionTemplate transactions, CrashPoints crashPoints, InstantSource clock) {
        return new Sending.Surroundings(transactions, crashPoints, clock);
    }

    @Bean
    Endpoints.Stamps webhookStamps(AuditTrail trail, TimeOrderedIds ids, InstantSource clock) {
        return new Endpoints.Stamps(trail, ids, clock);
    }

    @Bean
    EventsListener webhookEvents(Spooling spooling, @Qualifier(SPOOLING) ObjectProvider<Rounds> rounds) {
        return agencies -> {
            spooling.note(agencies);
            rounds.getObject().wake();
        };
    }

    @Bean(SPOOLING)
    Rounds webhookSpooling(Spooling spooling, @Qualifier(SENDING) Rounds sending) {
        return Rounds.untilDone("webhook-spooling", LOOK_EVERYWHERE, () -> {
            boolean more = spooling.round();
            sending.wake();
            return more;
        });
    }

    @Bean
    Rounds webhookLooking(Spooling spooling, @Qualifier(SPOOLING) Rounds rounds) {
        return Rounds.of("webhook-looking", LOOK_EVERYWHERE, () -> {
            spooling.lookEverywhere();
            rounds.wake();
        });
    }

    @Bean(SENDING)
    Rounds webhookSending(Sending sending, @Qualifier(SENDING) ObjectProvider<Rounds> rounds) {
        return Rounds.of(
                "webhook-sending",
                LOOK,
                () -> sending.round(() -> rounds.getObject().wake()));
    }

    @Bean
    Rounds webhookForgetting(Messages messages, Attempts attempts, InstantSource clock) {
        return Rounds.untilDone("webhook-forgetting", Duration.ofHours(1), () -> {
            Instant before = clock.instant().minus(KEPT);
            return messages.forget(before, BATCH) + attempts.forget(before, BATCH) >= BATCH;
        });
    }

    @Bean
    PageAccess webhookAccess() {
        return rules ->
                rules.requestMatchers("/webhooks", "/webhooks/**").hasAuthority(Permission.MANAGE_PROGRAMS.authority());
    }
}
