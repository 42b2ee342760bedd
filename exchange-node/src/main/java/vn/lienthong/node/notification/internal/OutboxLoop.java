package vn.lienthong.node.notification.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;

/** Carries what waits outside: mails of a person together, webhooks one by one. */
@InNodeRole
@Component
class OutboxLoop {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxLoop.class);
    private static final int AT_ONCE = 8;

    private final Outbox outbox;
    private final Preferences preferences;
    private final MailSending mail;
    private final WebhookSending webhooks;
    private final ChannelFaults faults;
    private final Semaphore places = new Semaphore(AT_ONCE);

    OutboxLoop(
            Outbox outbox, Preferences preferences, MailSending mail, WebhookSending webhooks, ChannelFaults faults) {
        this.outbox = outbox;
        this.preferences = preferences;
        this.mail = mail;
        this.webhooks = webhooks;
        this.faults = faults;
    }

    private record Target(LoginName login, Channel channel) {}

    /** Carries everything that is due; returns how much was taken. */
    int round() {
        List<Outbox.Waiting> taken = outbox.take();
        Map<Target, List<Outbox.Waiting>> byTarget =
                taken.stream().collect(Collectors.groupingBy(one -> new Target(one.login(), one.channel())));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            byTarget.forEach((target, rows) -> senders.execute(() -> send(target, rows)));
        }
        return taken.size();
    }

    private void send(Target target, List<Outbox.Waiting> rows) {
        places.acquireUninterruptibly();
        try {
            Channels channels = preferences.channels(target.login());
            if (target.channel() == Channel.EMAIL) {
                mail(channels, rows);
            } else {
                rows.forEach(row -> webhook(channels, row));
            }
        } catch (RuntimeException failed) {
            // The rows come again when the time is over for which they are held; nothing may end the round of the
            // others.
            LOG.warn("telling {} by {} was broken off", target.login().value(), target.channel(), failed);
        } finally {
            places.release();
        }
    }

    private void mail(Channels channels, List<Outbox.Waiting> rows) {
        String address = channels.email();
        if (address == null || !channels.hasEmail() || !mail.enabled()) {
            outbox.done(rows);
            return;
        }
        answered(channels, Channel.EMAIL, rows, mail.send(address, Message.of(rows), Locale.of(channels.language())));
    }

    private void webhook(Channels channels, Outbox.Waiting row) {
        if (!channels.hasWebhook() || !webhooks.enabled()) {
            outbox.done(List.of(row));
            return;
        }
        SendAnswer answer =
                webhooks.send(channels, "msg_" + row.id(), row.kind().slug(), row.toldAt());
        answered(channels, Channel.WEBHOOK, List.of(row), answer);
    }

    private void answered(Channels channels, Channel channel, List<Outbox.Waiting> rows, SendAnswer answer) {
        switch (answer) {
            case SendAnswer.Sent _ -> {
                outbox.done(rows);
                faults.worked(channels, channel);
            }
            case SendAnswer.Failed failed -> {
                LOG.info("could not tell {} by {}: {}", channels.login().value(), channel, failed.why());
                outbox.failed(rows);
                faults.failed(channels, channel);
            }
            case SendAnswer.Refused refused -> {
                outbox.done(rows);
                faults.stop(channels, channel, refused.why());
            }
        }
    }
}
