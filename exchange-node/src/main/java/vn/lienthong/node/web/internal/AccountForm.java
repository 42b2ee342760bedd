package vn.lienthong.node.web.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SeparationOfDuties;
import vn.lienthong.node.web.DirectoryOverview;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.PageWish;

/** What administrators type about accounts, checked. */
@Component
class AccountForm {
    static final int LONGEST_NAME = 100;
    private static final int MOST_AGENCIES = 200;
    private static final int FEW = 20;

    private final Optional<DirectoryOverview> directory;

    AccountForm(ObjectProvider<DirectoryOverview> directory) {
        this.directory = Optional.ofNullable(directory.getIfAvailable());
    }

    /**
     * As typed.
     *
     * @param login name to sign in with
     * @param name of the person
     * @param roles ticked
     * @param agencies codes with commas or blanks between them
     */
    record Typed(String login, String name, Set<Role> roles, String agencies) {
        Typed {
            roles = Set.copyOf(roles);
        }

        static Typed of(AccountFacts account) {
            return new Typed(account.login().value(), account.displayName(), account.roles(), account.agencyCodes());
        }

        static Typed empty() {
            return new Typed("", "", Set.of(), "");
        }

        /** Whether a role is ticked. */
        public boolean has(Role role) {
            return roles.contains(role);
        }
    }

    static Set<Role> roles(List<String> ticked) {
        return Arrays.stream(Role.values())
                .filter(role -> ticked.contains(role.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** The account that is meant; empty when something is wrong, which is then noted. */
    Optional<NewAccount> read(Typed typed, FormFaults faults) {
        Optional<LoginName> login = LoginName.parse(typed.login());
        if (login.isEmpty()) {
            faults.add("login", "accounts.login.wrong");
        }
        if (typed.name().isBlank() || typed.name().length() > LONGEST_NAME) {
            faults.add("name", "accounts.name.wrong", LONGEST_NAME);
        }
        if (typed.roles().isEmpty()) {
            faults.add("roles", "accounts.roles.none");
        } else if (!SeparationOfDuties.allows(typed.roles())) {
            faults.add("roles", "accounts.roles.apart");
        }
        Set<AgencyCode> agencies = agencies(typed, faults);
        return faults.any() || login.isEmpty()
                ? Optional.empty()
                : Optional.of(new NewAccount(login.get(), typed.name().strip(), typed.roles(), agencies));
    }

    private Set<AgencyCode> agencies(Typed typed, FormFaults faults) {
        Set<AgencyCode> agencies = new LinkedHashSet<>();
        for (String code : typed.agencies().strip().split("[\\s,;]+", MOST_AGENCIES + 1)) {
            if (!code.isEmpty() && faults.of("agencies") == null) {
                listed(code)
                        .ifPresentOrElse(agencies::add, () -> faults.add("agencies", "accounts.agencies.wrong", code));
            }
        }
        if (agencies.isEmpty()
                && faults.of("agencies") == null
                && typed.roles().stream()
                        .flatMap(role -> role.delivered().stream())
                        .anyMatch(Permission::perAgency)) {
            faults.add("agencies", "accounts.agencies.none");
        }
        return agencies;
    }

    /** The code, when the directory lists it; any well-formed one as long as there is no directory. */
    private Optional<AgencyCode> listed(String typed) {
        return AgencyCode.check(typed) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                ? Optional.of(code).filter(this::known)
                : Optional.empty();
    }

    private boolean known(AgencyCode code) {
        return directory.isEmpty()
                || directory.get().publication().sequence() == 0
                || directory.get().agencies(code.value(), new PageWish("", FEW)).rows().stream()
                        .anyMatch(row -> row.code().equals(code));
    }
}
