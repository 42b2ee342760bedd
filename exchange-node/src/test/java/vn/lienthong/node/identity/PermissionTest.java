package vn.lienthong.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionTest {

    @Test
    void keepsWatchingAndReadingApart() {
        for (Role role : Role.values()) {
            assertThat(role.delivered().contains(Permission.READ_DOCUMENTS)
                            && role.delivered().contains(Permission.READ_EVENTS))
                    .as(role.name())
                    .isFalse();
            assertThat(role.delivered().contains(Permission.MANAGE_ACCOUNTS)
                            && role.delivered().contains(Permission.READ_EVENTS))
                    .as(role.name())
                    .isFalse();
        }
        assertThat(Permission.MANAGE_RETENTION.delivered()).containsExactly(Role.SECURITY_OFFICER);
        assertThat(with(role -> role.delivered().contains(Permission.READ_DOCUMENTS)))
                .containsExactlyInAnyOrder(Role.CLERK, Role.LEADER, Role.OFFICER);
    }

    @Test
    void asksForASecondFactorOfThoseWhoWatchOverOthers() {
        assertThat(with(Role::needsSecondFactor)).containsExactlyInAnyOrder(Role.SECURITY_OFFICER, Role.ADMINISTRATOR);
    }

    @Test
    void refusesAccountsThatJoinWhatMustBeApart() {
        LoginName login = new LoginName("both");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new NewAccount(login, "Hai vai", Set.of(Role.CLERK, Role.SECURITY_OFFICER), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new NewAccount(login, "Hai vai", Set.of(Role.ADMINISTRATOR, Role.OPERATOR), Set.of()));
        assertThat(new NewAccount(login, "Hai vai", Set.of(Role.CLERK, Role.LEADER), Set.of()).roles())
                .hasSize(2);
    }

    private static Set<Role> with(Predicate<Role> rule) {
        return Arrays.stream(Role.values()).filter(rule).collect(Collectors.toSet());
    }
}
