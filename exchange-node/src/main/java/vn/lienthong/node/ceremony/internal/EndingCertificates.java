package vn.lienthong.node.ceremony.internal;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.directory.AgencyKeyLife;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.gateway.StatusDetail;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Warns 60, 30 and 7 days before a certificate ends, once each. All of them are renewed by themselves long before: a warning says that
 * this does not work. Certificates for envelopes live shorter and are warned of 28 and 7 days before.
 */
@Component
@InNodeRole
class EndingCertificates implements StatusDetail {

    private static final List<Integer> THRESHOLDS = List.of(7, 30, 60);
    private static final List<Integer> SEALING_THRESHOLDS = List.of(7, 28);

    private final AgencyKeyLife keys;
    private final DirectoryView directory;
    private final NodeKeyRenewal node;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final News news;
    private final InstantSource clock;
    private volatile List<Ending> known = List.of();

    EndingCertificates(
            AgencyKeyLife keys,
            DirectoryView directory,
            NodeKeyRenewal node,
            JdbcClient database,
            TransactionTemplate transaction,
            News news,
            InstantSource clock) {
        this.keys = keys;
        this.directory = directory;
        this.node = node;
        this.database = database;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A certificate that ends soon.
     *
     * @param certificate fingerprint
     * @param holder name of the agency, or of the node
     * @param part {@code signing}, a suite, {@code tls}, {@code node-signing} or {@code authority}
     * @param notAfter when it ends
     * @param days how many days are left
     * @param threshold which warning that is
     */
    record Ending(Sha256 certificate, String holder, String part, Instant notAfter, long days, int threshold) {}

    /** Where warnings go, in the transaction of the row that says that they went. */
    @Component
    @InNodeRole
    static class News {

        private final AuditTrail trail;
        private final Notifications notifications;

        News(AuditTrail trail, Notifications notifications) {
            this.trail = trail;
            this.notifications = notifications;
        }

        void tell(Ending ending) {
            trail.record(SecurityEvent.of(EventKind.KEY_EXPIRING)
                    .on(EventObject.of(EventObject.Kind.CERTIFICATE, ending.certificate()))
                    .with("part", ending.part())
                    .with("days", ending.days())
                    .with("notAfter", ending.notAfter()));
            notifications.tell(Announcement.of(
                    NotificationKind.KEY_EXPIRING,
                    ending.threshold() <= 7 ? Urgency.EXPRESS : Urgency.ORDINARY,
                    ending.part() + " · " + ending.days(),
                    "/keys",
                    new Audience.Administrators()));
        }
    }

    /** Looks at all certificates; says how many warnings were given. */
    int round() {
        List<Ending> ending = ending();
        known = ending;
        int told = 0;
        for (Ending one : ending) {
            told += Boolean.TRUE.equals(transaction.execute(status -> warn(one))) ? 1 : 0;
        }
        return told;
    }

    private boolean warn(Ending ending) {
        int rows = database.sql("insert ignore into key_warning (certificate, days, warned_at) values (?, ?, ?)")
                .params(ending.certificate().bytes(), ending.threshold(), Columns.of(clock.instant()))
                .update();
        if (rows == 1) {
            news.tell(ending);
        }
        return rows == 1;
    }

    /** Those that end soon, as seen in the last round, soonest first. */
    List<Ending> known() {
        return known;
    }

    @Override
    public Map<String, Object> members() {
        List<Ending> now = known;
        return now.isEmpty()
                ? Map.of("certificatesEnding", 0)
                : Map.of(
                        "certificatesEnding",
                        now.size(),
                        "certificateEndsInDays",
                        now.getFirst().days());
    }

    private List<Ending> ending() {
        List<Ending> ending = new ArrayList<>();
        directory.hostedHere().forEach(agency -> {
            String name = directory
                    .current()
                    .agency(agency)
                    .map(entry -> entry.agency().name())
                    .orElse("");
            keys.standing(agency).stream()
                    .flatMap(standing -> standing.epochs().stream().limit(1))
                    .flatMap(epoch -> epoch.keys().stream())
                    .forEach(key -> judge(key.certificate(), name, key.part(), key.notAfter(), thresholds(key.part()))
                            .forEach(ending::add));
        });
        NodeIdentity identity = node.identity();
        String name = identity.nodeId().value();
        ending.addAll(judge(identity.tls().certificate(), name, "tls"));
        ending.addAll(judge(identity.signing().certificate(), name, "node-signing"));
        ending.addAll(judge(identity.authority(), name, "authority"));
        ending.sort(Comparator.comparing(Ending::notAfter));
        return List.copyOf(ending);
    }

    private static List<Integer> thresholds(String part) {
        return part.equals(AgencyKeyLife.SIGNING) ? THRESHOLDS : SEALING_THRESHOLDS;
    }

    private List<Ending> judge(X509Certificate certificate, String holder, String part) {
        Instant notAfter = certificate.getNotAfter().toInstant();
        return judge(Sha256.of(Certificates.encode(certificate)), holder, part, notAfter, THRESHOLDS)
                .toList();
    }

    private Stream<Ending> judge(
            Sha256 certificate, String holder, String part, Instant notAfter, List<Integer> thresholds) {
        Duration left = Duration.between(clock.instant(), notAfter);
        return thresholds.stream()
                .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
                .limit(1)
                .map(days -> new Ending(certificate, holder, part, notAfter, Math.max(0, left.toDays()), days));
    }
}
