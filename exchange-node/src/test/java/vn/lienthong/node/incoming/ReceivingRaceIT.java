package vn.lienthong.node.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.Receiving;
import vn.lienthong.node.incoming.internal.work.RefusalReason;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Several clerks act on one document at the very same moment, against the real database. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivingRaceIT {

    private static final AgencyCode HERE = new AgencyCode("H44.01");
    private static final int CLERKS = 4;

    private final Accounts accounts;
    private final Receiving receiving;
    private final JdbcClient database;
    private final Arrivals arrivals;

    @Autowired
    ReceivingRaceIT(
            Accounts accounts,
            Receiving receiving,
            ParcelAcceptance acceptance,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock,
            JdbcClient database)
            throws IOException {
        this.accounts = accounts;
        this.receiving = receiving;
        this.database = database;
        this.arrivals = new Arrivals(acceptance, directory, keys, ids, clock, database, HERE);
    }

    @Test
    void acceptsOnceAndNumbersOnce() throws InterruptedException, ExecutionException {
        long id = arrivals.arrive("441", Urgency.URGENT);
        int version = version(id);
        List<Callable<Outcome>> clerks = new ArrayList<>();
        for (int i = 0; i < CLERKS; i++) {
            Person clerk = clerk("race-accept" + i);
            clerks.add(() -> receiving.acceptAndRegister(clerk, id, version));
        }
        List<Outcome> outcomes = together(clerks);
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Outcome.Done))
                .allMatch(outcome -> outcome instanceof Outcome.Overtaken || outcome instanceof Outcome.Busy);
        assertThat(number("select count(*) from register_entry where document = ?", "incoming:" + id))
                .isEqualTo(1);
        assertThat(number("select count(*) from incoming_step where act = 'ACCEPT' and document_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void acceptsOrRefusesAndNeverBoth() throws InterruptedException, ExecutionException {
        long id = arrivals.arrive("442", Urgency.URGENT);
        int version = version(id);
        Person first = clerk("race-one");
        Person second = clerk("race-two");
        List<Outcome> outcomes = together(List.of(
                () -> receiving.acceptAndRegister(first, id, version),
                () -> receiving.refuse(
                        second, id, version, RefusalReason.WRONG_FORM, "Văn bản chưa đúng thể thức trình bày")));
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        boolean accepted = outcomes.getFirst() instanceof Outcome.Done;
        assertThat(number("select count(*) from register_entry where document = ?", "incoming:" + id))
                .isEqualTo(accepted ? 1 : 0);
        assertThat(number(
                        "select count(*) from evidence e join incoming_document d on d.parcel_id = e.parcel_id where"
                                + " e.event <> 'ContentConsignment' and d.id = ?",
                        id))
                .isEqualTo(1);
    }

    private static List<Outcome> together(List<Callable<Outcome>> acts)
            throws InterruptedException, ExecutionException {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            for (Future<Outcome> outcome : threads.invokeAll(acts)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private int version(long id) {
        return (int) number("select version from incoming_document where id = ?", id);
    }

    private long number(String sql, Object parameter) {
        return database.sql(sql).param(parameter).query(Long.class).single();
    }

    private Person clerk(String name) {
        LoginName login = new LoginName(name);
        assertThat(accounts.create(
                        new NewAccount(login, "Trần Thị " + name, Set.of(Role.CLERK), Set.of(HERE)),
                        "bảy con mực nướng"))
                .isInstanceOf(AccountCreation.Created.class);
        return accounts.find(login).orElseThrow();
    }
}
