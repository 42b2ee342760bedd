package vn.lienthong.node.notification.internal;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** Sends every other second, looks for deadlines every minute, forgets every hour. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class NotificationClockwork {
    static final String SENDING = "notificationSending";
    static final String WATCHING = "notificationWatching";

    private static final Logger LOG = LoggerFactory.getLogger(NotificationClockwork.class);
    private static final Duration SEND = Duration.ofSeconds(2);
    private static final Duration WATCH = Duration.ofMinutes(1);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(180);

    @Bean(SENDING)
    Rounds notificationSending(OutboxLoop outbox) {
        return Rounds.afterPause("notification-sending", SEND, () -> LOG.trace("{} taken", outbox.round()));
    }

    @Bean(WATCHING)
    Rounds notificationWatching(DueWatch deadlines) {
        return Rounds.afterPause("notification-deadlines", WATCH, () -> LOG.trace("{} told", deadlines.round()));
    }

    @Bean
    Rounds notificationForgetting(DueWatch deadlines, JdbcClient database, InstantSource clock) {
        return Rounds.afterPause("notification-forgetting", FORGET, () -> forget(deadlines, database, clock));
    }

    private static void forget(DueWatch deadlines, JdbcClient database, InstantSource clock) {
        deadlines.forget(clock.instant().minus(KEPT));
        int gone = database.sql("delete from notification where told_at < ? limit 10000")
                .param(Columns.of(clock.instant().minus(KEPT)))
                .update();
        LOG.trace("{} notifications forgotten", gone);
    }
}
