package vn.lienthong.node.integration.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.integration.ConnectionIssue;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;

/** Finds what is misconfigured or about to end, before somebody is refused because of it. */
@InNodeRole
@Component
class ConfigurationHealth {

    /** So long before a key ends it is told. */
    static final Duration SOON = Duration.ofDays(30);

    private static final int PARTS = 25;
    private static final int MOST = 100;

    private final AccountAdministration accounts;
    private final ApiKeys keys;
    private final HostedAgencies agencies;
    private final ObjectProvider<ConnectionIssue.Finder> others;
    private final InstantSource clock;

    ConfigurationHealth(
            AccountAdministration accounts,
            ApiKeys keys,
            HostedAgencies agencies,
            ObjectProvider<ConnectionIssue.Finder> others,
            InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.agencies = agencies;
        this.others = others;
        this.clock = clock;
    }

    /** Everything that is to be seen to. */
    List<ConnectionIssue> issues() {
        List<ConnectionIssue> issues = new ArrayList<>(expiring());
        others.orderedStream().forEach(finder -> issues.addAll(finder.find()));
        Set<AgencyCode> staffed = new HashSet<>();
        for (AccountFacts account : accounts()) {
            String page = "/accounts/person/" + account.login().value();
            if (account.enabled() && account.roles().isEmpty()) {
                issues.add(ConnectionIssue.of(
                        "integration.issue.no-role", page, account.login().value()));
            }
            if (account.enabled()
                    && account.roles().stream()
                            .anyMatch(role -> role.delivered().contains(Permission.READ_DOCUMENTS))
                    && account.agencies().isEmpty()) {
                issues.add(ConnectionIssue.of(
                        "integration.issue.no-agency", page, account.login().value()));
            }
            if (account.enabled() && account.roles().contains(Role.CLERK)) {
                staffed.addAll(account.agencies());
            }
        }
        agencies.all().stream()
                .filter(agency -> !staffed.contains(agency.code()))
                .limit(MOST)
                .forEach(agency -> issues.add(ConnectionIssue.of(
                        "integration.issue.no-clerk",
                        "/accounts/new",
                        agency.name(),
                        agency.code().value())));
        return issues;
    }

    private List<ConnectionIssue> expiring() {
        return keys.expiring(clock.instant().plus(SOON)).stream()
                .limit(MOST)
                .map(this::expiring)
                .toList();
    }

    private ConnectionIssue expiring(ApiKeyFacts key) {
        return ConnectionIssue.of(
                "integration.issue.key",
                KeyPages.ONE + key.id().value(),
                key.label(),
                key.agency().value(),
                DateText.write(WorkingCalendar.date(key.expiresAt())));
    }

    private List<AccountFacts> accounts() {
        List<AccountFacts> all = new ArrayList<>();
        LoginName last = null;
        for (int part = 0; part < PARTS; part++) {
            List<AccountFacts> found = accounts.list("", last, AccountAdministration.LARGEST);
            all.addAll(found);
            if (found.size() < AccountAdministration.LARGEST) {
                return all;
            }
            last = found.getLast().login();
        }
        return all;
    }
}
