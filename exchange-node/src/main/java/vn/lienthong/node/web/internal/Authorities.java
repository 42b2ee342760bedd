package vn.lienthong.node.web.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;

/** What the security framework is told about a person. */
final class Authorities {
    private Authorities() {}

    static Set<String> of(Person person) {
        Stream<String> roles = person.roles().stream().map(Role::authority);
        Stream<String> permissions =
                Arrays.stream(Permission.values()).filter(person::may).map(Permission::authority);
        return Stream.concat(roles, permissions).collect(Collectors.toSet());
    }
}
