package vn.lienthong.node.people.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.AccountLife;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.ClearanceAdministration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleGrant;
import vn.lienthong.node.identity.SeparationOfDuties;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;

/** What is wrong with the rights of people: the dangerous things first. */
@Component
@InNodeRole
class RightsHealth {
    private static final int CODES_DAYS = 400;
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int SOON_DAYS = 30;
    private static final int MOST = 200;
    private static final String ACCOUNT = "/accounts/person/";
    private static final String ROLES = "/people/roles/";

    private final Everybody everybody;
    private final DirectoryView directory;
    private final ClearanceAdministration clearances;
    private final BreakGlass entry;
    private final ReviewTable reviews;
    private final AccountLife life;
    private final InstantSource clock;

    RightsHealth(
            Everybody everybody,
            DirectoryView directory,
            ClearanceAdministration clearances,
            BreakGlass entry,
            ReviewTable reviews,
            AccountLife life,
            InstantSource clock) {
        this.entry = entry;
        this.reviews = reviews;
        this.life = life;
        this.everybody = everybody;
        this.directory = directory;
        this.clearances = clearances;
        this.clock = clock;
    }

    /** Everything that somebody should look at; clearances only for those who may see them. */
    List<Finding> findings(Person viewer) {
        Instant now = clock.instant();
        List<AccountFacts> open =
                everybody.all().stream().filter(AccountFacts::enabled).toList();
        Set<AgencyCode> here = hosted();
        List<Finding> all = new ArrayList<>();
        open.forEach(account -> ofAccount(account, here, now, all));
        alone(open, now, all);
        unstaffed(open, here, now, all);
        ending(viewer, all);
        emergency(now, all);
        late(all);
        return Stream.concat(all.stream().filter(Finding::grave), all.stream().filter(one -> !one.grave()))
                .limit(MOST)
                .toList();
    }

    private Set<AgencyCode> hosted() {
        return directory.hostedHere().stream()
                .flatMap(id -> directory.current().agency(id).stream())
                .flatMap(entry -> entry.agency().codeAt(clock.instant()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void ofAccount(AccountFacts account, Set<AgencyCode> here, Instant now, List<Finding> all) {
        String login = account.login().value();
        List<RoleGrant> held =
                account.grants().stream().filter(grant -> grant.heldAt(now)).toList();
        Set<Role> roles = held.stream().map(RoleGrant::role).collect(Collectors.toSet());
        if (!SeparationOfDuties.allows(roles)) {
            all.add(Finding.grave("people.finding.toxic", ROLES + login, login));
        }
        if (held.isEmpty()) {
            all.add(Finding.untidy("people.finding.no-role", ROLES + login, login));
        }
        if (held.stream().anyMatch(RightsHealth::hangs)) {
            all.add(Finding.untidy("people.finding.no-agency", ROLES + login, login));
        }
        held.stream()
                .flatMap(grant -> grant.agency().stream())
                .filter(agency -> !here.contains(agency))
                .distinct()
                .forEach(agency ->
                        all.add(Finding.untidy("people.finding.elsewhere", ROLES + login, login, agency.value())));
        if (isDormant(account, now)) {
            all.add(Finding.untidy("people.finding.dormant", ACCOUNT + login, login, life.dormantDays()));
        }
    }

    private static boolean hangs(RoleGrant grant) {
        return grant.agency().isEmpty() && grant.role().delivered().stream().anyMatch(Permission::perAgency);
    }

    /** Whether nobody signed in for so long that the account should not stay open. */
    boolean isDormant(AccountFacts account, Instant now) {
        Instant signedIn = account.use().lastSignIn();
        Instant last = signedIn == null ? account.use().createdAt() : signedIn;
        return life.dormantDays() > 0
                && last.plus(Duration.ofDays(life.dormantDays())).isBefore(now);
    }

    private void emergency(Instant now, List<Finding> all) {
        Optional<Instant> drawn = entry.sealedSince();
        if (drawn.isEmpty()) {
            all.add(Finding.untidy("people.finding.break-glass.none", BreakGlassReviews.LIST));
        } else if (drawn.get().plus(Duration.ofDays(CODES_DAYS)).isBefore(now)) {
            all.add(Finding.untidy("people.finding.break-glass.old", BreakGlassReviews.LIST, CODES_DAYS));
        }
        entry.uses().stream()
                .filter(use -> use.review() == null)
                .limit(1)
                .forEach(_ -> all.add(Finding.grave("people.finding.break-glass.used", BreakGlassReviews.LIST)));
    }

    private void late(List<Finding> all) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        reviews.list().stream()
                .filter(review -> review.isOpen() && review.dueOn().isBefore(today))
                .forEach(review -> all.add(
                        Finding.untidy("people.finding.review", "/people/reviews/" + review.id(), review.title())));
    }

    private static void alone(List<AccountFacts> open, Instant now, List<Finding> all) {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.SECURITY_OFFICER)) {
            long holders =
                    open.stream().filter(account -> holds(account, role, now)).count();
            if (holders < 2) {
                all.add(Finding.grave("people.finding.alone." + role.slug(), "/accounts", holders));
            }
        }
    }

    private static boolean holds(AccountFacts account, Role role, Instant now) {
        return account.grants().stream().anyMatch(grant -> grant.role() == role && grant.heldAt(now));
    }

    private static void unstaffed(List<AccountFacts> open, Set<AgencyCode> here, Instant now, List<Finding> all) {
        for (Role role : List.of(Role.CLERK, Role.LEADER)) {
            Set<AgencyCode> staffed = open.stream()
                    .flatMap(account -> account.grants().stream())
                    .filter(grant -> grant.role() == role && grant.heldAt(now))
                    .flatMap(grant -> grant.agency().stream())
                    .collect(Collectors.toSet());
            here.stream()
                    .filter(agency -> !staffed.contains(agency))
                    .forEach(agency -> all.add(
                            Finding.untidy("people.finding.no-" + role.slug(), "/accounts/new", agency.value())));
        }
    }

    private void ending(Person viewer, List<Finding> all) {
        LocalDate soon = LocalDate.ofInstant(clock.instant(), HERE).plusDays(SOON_DAYS);
        clearances.list(viewer, false).stream()
                .filter(one -> one.lastDay().isBefore(soon))
                .forEach(one -> all.add(Finding.untidy(
                        "people.finding.clearance",
                        PeopleConfiguration.CLEARANCES + "/" + one.id(),
                        one.displayName(),
                        one.agency().value(),
                        DateText.write(one.lastDay()))));
    }
}
