package vn.lienthong.node.vxp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.StatementListener;

/**
 * Notes statements to agencies that have a system at this door, in the transaction that keeps the statement, so that none is missed.
 * An agency gets those that were made since it had its first secret.
 */
@InNodeRole
@Component
class StatementsForSystems implements StatementListener {

    private static final Duration KNOWN = Duration.ofSeconds(5);

    private final StatementRows rows;
    private final SecretRows secrets;
    private final Codes codes;
    private final Quiet quiet;
    private final InstantSource clock;
    private volatile Agencies agencies = new Agencies(Set.of(), Instant.MIN);

    StatementsForSystems(StatementRows rows, SecretRows secrets, Codes codes, Quiet quiet, InstantSource clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.codes = codes;
        this.quiet = quiet;
        this.clock = clock;
    }

    private record Agencies(Set<AgencyCode> codes, Instant until) {}

    @Override
    public void arrived(KeptStatement kept) {
        Statement statement = kept.statement();
        StatementSubject subject = statement.subject();
        if (statement.status() == null || !systems().contains(subject.to())) {
            return;
        }
        AgencyCode recipient = statement.kind().isSenders() ? subject.to() : subject.from();
        rows.insert(new StatementRows.Waiting(
                statement.id(),
                subject.to(),
                subject.from(),
                subject.parcelId(),
                recipient,
                kept.keptAt(),
                false,
                false));
        quiet.tell(Set.of(subject.to()));
    }

    /** All codes of agencies that have a system, as they were some seconds ago at most. */
    private Set<AgencyCode> systems() {
        Instant now = clock.instant();
        Agencies known = agencies;
        if (!known.until().isAfter(now)) {
            known = new Agencies(codes.all(secrets.agencies(now)), now.plus(KNOWN));
            agencies = known;
        }
        return known.codes();
    }

    /** Looks again at the next statement. */
    void systemsChanged() {
        agencies = new Agencies(Set.of(), Instant.MIN);
    }
}
