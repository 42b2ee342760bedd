package vn.lienthong.node.notification.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.platform.InNodeRole;

/** Finds out who is meant. */
@InNodeRole
@Component
class Recipients {
    private final AccountDirectory accounts;

    Recipients(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    /** Each person once. */
    Set<LoginName> of(Collection<Audience> audience) {
        return new LinkedHashSet<>(audience.stream().flatMap(this::of).toList());
    }

    private Stream<LoginName> of(Audience audience) {
        return switch (audience) {
            case Audience.Account account -> Stream.of(account.login());
            case Audience.Administrators() -> accounts.withRole(Role.ADMINISTRATOR).stream();
            case Audience.Holders(Role role) -> accounts.withRole(role).stream();
            case Audience.Everybody all -> accounts.workingFor(all.agency(), all.role()).stream();
        };
    }
}
