package vn.lienthong.node.secret.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.Clearances;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.secret.SecretCaller;

/** People of one agency, with clearances that tests change. */
final class FakePeople implements AccountDirectory, Clearances {

    static final AgencyCode AGENCY = new AgencyCode("H37");

    private final Map<LoginName, Role> roles = new ConcurrentHashMap<>();
    private final Map<LoginName, Secrecy> levels = new ConcurrentHashMap<>();

    SecretCaller add(String login, Role role, Secrecy level) {
        LoginName name = new LoginName(login);
        roles.put(name, role);
        levels.put(name, level);
        return caller(login);
    }

    SecretCaller caller(String login) {
        LoginName name = new LoginName(login);
        Person person = new Person(name, "Person " + login, Set.of(roles.get(name)), Set.of(AGENCY), 1);
        return new SecretCaller(person, AGENCY, "session-" + login, true);
    }

    void clear(String login, Secrecy level) {
        levels.put(new LoginName(login), level);
    }

    @Override
    public Optional<Secrecy> level(LoginName login, AgencyCode agency) {
        return agency.equals(AGENCY)
                ? Optional.ofNullable(levels.get(login)).filter(Secrecy::isStateSecret)
                : Optional.empty();
    }

    @Override
    public Secrecy ofEvents(LoginName login) {
        return Secrecy.ORDINARY;
    }

    @Override
    public List<LoginName> cleared(AgencyCode agency, Secrecy atLeast) {
        return levels.keySet().stream()
                .filter(login -> level(login, agency)
                        .filter(level -> level.covers(atLeast))
                        .isPresent())
                .toList();
    }

    @Override
    public Optional<Long> numberOf(LoginName login) {
        return Optional.of((long) login.value().hashCode());
    }

    @Override
    public Map<Long, Called> called(Collection<Long> numbers) {
        return Map.of();
    }

    @Override
    public List<LoginName> workingFor(AgencyCode agency, Role role) {
        return withRole(role);
    }

    @Override
    public List<LoginName> withRole(Role role) {
        return roles.entrySet().stream()
                .filter(one -> one.getValue() == role)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Called> members(Collection<AgencyCode> agencies, Role role) {
        return withRole(role).stream()
                .map(login -> new Called(login, "Person " + login.value()))
                .toList();
    }
}
