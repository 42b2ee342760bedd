package vn.lienthong.node.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.testing.NodeTest;

/** Whom access reviews that are not closed remind, and when. */
@NodeTest
class ReviewRemindersIT {
    private static final AgencyCode PLACE = new AgencyCode("H82.01");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ReviewReminders reminders;
    private final ReviewTable table;
    private final Accounts accounts;
    private final InstantSource clock;
    private final JdbcClient database;

    @Autowired
    ReviewRemindersIT(
            ReviewReminders reminders, ReviewTable table, Accounts accounts, InstantSource clock, JdbcClient database) {
        this.reminders = reminders;
        this.table = table;
        this.accounts = accounts;
        this.clock = clock;
        this.database = database;
    }

    private LoginName login(Role role, Set<AgencyCode> agencies) {
        LoginName login = new LoginName(
                "remind" + NUMBER.incrementAndGet() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX));
        assertThat(accounts.create(new NewAccount(login, "Mai Thị Nhắc", Set.of(role), agencies), "bảy con mực nướng"))
                .isInstanceOf(AccountCreation.Created.class);
        return login;
    }

    private long told(LoginName login, long review) {
        return database.sql("select count(*) from notification where login = ? and kind = 'REVIEW_DUE' and about = ?")
                .params(login.value(), "Đợt " + review)
                .query(Long.class)
                .single();
    }

    private long opened(LocalDate dueOn, LoginName by) {
        long review = table.open("Đợt", PLACE.value(), dueOn, by, clock.instant());
        var _ = database.sql("update access_review set title = ? where id = ?")
                .params("Đợt " + review, review)
                .update();
        return review;
    }

    @Test
    void remindsAWeekBeforeAfterTheDayAndAWeekAfterIt() {
        assertThat(ReviewReminders.stage(DUE, DUE.minusDays(8))).isZero();
        assertThat(List.of(ReviewReminders.stage(DUE, DUE.minusDays(7)), ReviewReminders.stage(DUE, DUE)))
                .containsOnly(1);
        assertThat(List.of(ReviewReminders.stage(DUE, DUE.plusDays(1)), ReviewReminders.stage(DUE, DUE.plusDays(7))))
                .containsOnly(2);
        assertThat(ReviewReminders.stage(DUE, DUE.plusDays(8))).isEqualTo(3);
    }

    @Test
    void tellsOfficersAndTheLeadersOfTheAgencyOnceHoweverManyProcessesLook() {
        LoginName officer = login(Role.SECURITY_OFFICER, Set.of());
        LoginName leader = login(Role.LEADER, Set.of(PLACE));
        LoginName elsewhere = login(Role.LEADER, Set.of(new AgencyCode("H82.02")));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
        long late = opened(today.minusDays(9), officer);
        long due = opened(today.minusDays(2), officer);
        long early = opened(today.plusDays(30), officer);
        List<CompletableFuture<Void>> all = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.runAsync(reminders::round))
                .toList();
        all.forEach(CompletableFuture::join);
        reminders.round();
        assertThat(List.of(told(officer, late), told(leader, late), told(elsewhere, late)))
                .containsExactly(1L, 1L, 0L);
        assertThat(List.of(told(officer, due), told(leader, due))).containsExactly(1L, 0L);
        assertThat(told(officer, early)).isZero();
        Long events = database.sql("select count(*) from audit_event where action = 'review.remind' and object_id = ?")
                .param("review-" + late)
                .query(Long.class)
                .single();
        assertThat(events).isEqualTo(1);
    }
}
