package vn.lienthong.node.vxp.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Arrival;
import vn.lienthong.node.delivery.ArrivalListener;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Remembers for which agencies there is nothing new, so that polls cost no question to the database. News ends it at once; what
 * another process on the same database does, after a short while.
 *
 * <p>Guarantees: nothing that was committed before a question is hidden by an answer that was remembered before.
 */
@InNodeRole
@Component
class Quiet implements ArrivalListener {

    private final VxpProperties properties;
    private final Codes codes;
    private final InstantSource clock;
    private final Map<AgencyCode, AtomicLong> news = new ConcurrentHashMap<>();
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();

    Quiet(VxpProperties properties, Codes codes, InstantSource clock) {
        this.properties = properties;
        this.codes = codes;
        this.clock = clock;
    }

    private record Mark(long news, Instant until) {}

    /** Take it before looking, so that no news falls between. */
    long before(AgencyCode agency) {
        return counter(agency).get();
    }

    /** Whether there was nothing new a moment ago, and nothing has happened since. */
    boolean isQuiet(AgencyCode agency, String kind) {
        Mark mark = marks.get(kind + agency);
        return mark != null && mark.news() == before(agency) && mark.until().isAfter(clock.instant());
    }

    /**
     * Notes that nothing was found.
     *
     * @param before what {@link #before} said before looking
     * @param changes when something becomes free again at the earliest
     */
    void nothing(AgencyCode agency, String kind, long before, Instant changes) {
        Instant longest = clock.instant().plus(properties.lookAgain());
        marks.put(kind + agency, new Mark(before, changes.isBefore(longest) ? changes : longest));
    }

    private AtomicLong counter(AgencyCode agency) {
        return news.computeIfAbsent(agency, _ -> new AtomicLong());
    }

    @Override
    public void arrived(List<Arrival> arrivals) {
        tell(arrivals.stream().map(Arrival::recipient).toList());
    }

    /** Something happened to agencies of these codes; counted when the caller's transaction has ended. */
    void tell(Collection<AgencyCode> agencies) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    count(agencies);
                }
            });
        } else {
            count(agencies);
        }
    }

    private void count(Collection<AgencyCode> agencies) {
        codes.all(agencies).forEach(code -> counter(code).incrementAndGet());
    }
}
