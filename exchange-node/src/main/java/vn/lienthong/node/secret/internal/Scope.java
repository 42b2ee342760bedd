package vn.lienthong.node.secret.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.Clearances;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretCaller;

/** How far somebody may go in the secret area: permission, clearance and what this installation may handle, asked anew each time. */
@InNodeRole
@Component
class Scope {

    private final ObjectProvider<SecretZone> zone;
    private final Clearances clearances;
    private final AccountDirectory accounts;
    private final DirectoryView directory;
    private final InstantSource clock;

    Scope(
            ObjectProvider<SecretZone> zone,
            Clearances clearances,
            AccountDirectory accounts,
            DirectoryView directory,
            InstantSource clock) {
        this.zone = zone;
        this.clearances = clearances;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    /** The highest level for this person at this agency; ordinary when none. */
    Secrecy level(Person person, AgencyCode agency) {
        boolean handles = person.worksFor(agency) && person.may(Permission.HANDLE_SECRETS, agency);
        return handles ? cleared(person.login(), agency) : Secrecy.ORDINARY;
    }

    /** The highest level that account and installation may handle for an agency; ordinary when none. */
    Secrecy cleared(LoginName login, AgencyCode agency) {
        Secrecy own = own();
        Secrecy person = clearances.level(login, agency).orElse(Secrecy.ORDINARY);
        return own.covers(person) ? person : own;
    }

    /** The highest level that this installation may handle now. */
    Secrecy own() {
        SecretZone here = zone.getIfAvailable();
        return here == null ? Secrecy.ORDINARY : here.own();
    }

    /** Whether the installation of an agency may handle a level. */
    boolean reaches(AgencyCode agency, Secrecy level) {
        return approved(agency).filter(theirs -> theirs.covers(level)).isPresent();
    }

    /** What the directory calls an agency; its code where it is not listed. */
    String name(AgencyCode code) {
        return directory
                .current()
                .agency(code, clock.instant())
                .map(entry -> entry.agency().name())
                .orElse(code.value());
    }

    /** Agencies whose installation may handle a level, by name. */
    List<SecretArea.Recipient> reachable(AgencyCode own, Secrecy level, Predicate<String> matches) {
        Instant now = clock.instant();
        List<SecretArea.Recipient> found = new ArrayList<>();
        directory
                .current()
                .forEachAgency(entry -> entry.agency().codes().stream()
                        .map(CodeValidity::code)
                        .filter(code ->
                                !code.equals(own) && matches.test(entry.agency().name() + " " + code.value()))
                        .filter(code -> directory.current().agency(code, now).isPresent())
                        .findFirst()
                        .flatMap(code -> approved(code)
                                .map(theirs -> new SecretArea.Recipient(
                                        code, entry.agency().name(), theirs)))
                        .filter(recipient -> recipient.upTo().covers(level))
                        .ifPresent(found::add));
        found.sort(Comparator.comparing(SecretArea.Recipient::name)
                .thenComparing(one -> one.code().value()));
        return found;
    }

    private Optional<Secrecy> approved(AgencyCode agency) {
        return Optional.ofNullable(zone.getIfAvailable()).flatMap(here -> here.of(agency));
    }

    /** Goes on only where the area exists for the caller. */
    Secrecy enter(SecretCaller caller) {
        Secrecy level = level(caller.person(), caller.agency());
        if (!level.isStateSecret()) {
            throw new HinderedException(Hindrance.HIDDEN);
        }
        return level;
    }

    /** Goes on only where the caller may handle this level. */
    void enter(SecretCaller caller, Secrecy level) {
        if (!enter(caller).covers(level)) {
            throw new HinderedException(Hindrance.HIDDEN);
        }
    }

    /** Goes on only when a second factor was shown lately. */
    static void stepUp(SecretCaller caller) {
        if (!caller.steppedUp()) {
            throw new HinderedException(Hindrance.STEP_UP);
        }
    }

    /** Whether somebody could release documents of this level for an agency. */
    boolean releases(LoginName login, AgencyCode agency, Secrecy level) {
        return cleared(login, agency).covers(level) && leaders(agency).contains(login);
    }

    boolean leads(SecretCaller caller) {
        return caller.person().may(Permission.RELEASE_SECRETS, caller.agency());
    }

    Set<LoginName> leaders(AgencyCode agency) {
        return working(agency, Role.LEADER);
    }

    Set<LoginName> clerks(AgencyCode agency) {
        return working(agency, Role.CLERK);
    }

    private Set<LoginName> working(AgencyCode agency, Role role) {
        Set<LoginName> found = new HashSet<>();
        codes(agency).forEach(code -> found.addAll(accounts.workingFor(code, role)));
        return found;
    }

    /** Everybody cleared for a level. */
    Set<LoginName> cleared(AgencyCode agency, Secrecy level) {
        Set<LoginName> found = new HashSet<>();
        if (own().covers(level)) {
            codes(agency).forEach(code -> found.addAll(clearances.cleared(code, level)));
        }
        return found;
    }

    /** All codes that the agency has or had. */
    Set<AgencyCode> codes(AgencyCode agency) {
        return directory.allCodes(List.of(agency), clock.instant());
    }
}
