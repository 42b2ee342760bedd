package vn.lienthong.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.core.party.AgencyCode;

class SeparationOfDutiesTest {
    private static final AgencyCode HERE = new AgencyCode("H80.01");
    private static final AgencyCode THERE = new AgencyCode("H80.02");

    @ParameterizedTest
    @EnumSource
    void deliversRolesInWhichNoDutiesMeetAndNothingIsOutOfBounds(Role role) {
        assertThat(SeparationOfDuties.meeting(role.delivered())).isEmpty();
        assertThat(role.delivered()).allMatch(permission -> SeparationOfDuties.mayCarry(role, permission));
        assertThat(role.delivered()).containsAll(SeparationOfDuties.kept(role));
    }

    @Test
    void namesEveryPairThatMeets() {
        assertThat(SeparationOfDuties.meeting(List.of(Permission.READ_DOCUMENTS, Permission.READ_EVENTS)))
                .containsExactly(new SeparationOfDuties.Pair(Duty.DOCUMENTS, Duty.LOG));
        assertThat(SeparationOfDuties.meeting(EnumSet.allOf(Permission.class)))
                .containsExactlyElementsOf(SeparationOfDuties.pairs());
        assertThat(SeparationOfDuties.meeting(List.of(Permission.PROPOSE_CLEARANCES, Permission.CONFIRM_CLEARANCES)))
                .hasSize(1);
    }

    @Test
    void refusesEveryRoleBesideOneThatWatchesOrAdministers() {
        for (Role strong : List.of(Role.SECURITY_OFFICER, Role.ADMINISTRATOR)) {
            for (Role other : EnumSet.complementOf(EnumSet.of(strong))) {
                assertThat(SeparationOfDuties.allows(Set.of(strong, other))).isFalse();
            }
        }
        assertThat(SeparationOfDuties.allows(Set.of(Role.CLERK, Role.LEADER, Role.OFFICER, Role.OPERATOR)))
                .isTrue();
    }

    @Test
    void countsARoleOnlyWhereItIsHeld() {
        Person person = new Person(
                new LoginName("vai"),
                "Vai",
                Set.of(
                        new HeldRole(Role.CLERK, HERE, Role.CLERK.delivered()),
                        new HeldRole(Role.LEADER, THERE, Role.LEADER.delivered())),
                1);
        assertThat(person.may(Permission.SEND_DOCUMENTS, HERE)).isTrue();
        assertThat(person.may(Permission.SEND_DOCUMENTS, THERE)).isFalse();
        assertThat(person.may(Permission.RELEASE_SECRETS, HERE)).isFalse();
        assertThat(person.agencies(Permission.SEND_DOCUMENTS)).containsExactly(HERE);
        assertThat(person.agencies(Permission.READ_DOCUMENTS)).containsExactlyInAnyOrder(HERE, THERE);
        assertThat(person.is(Role.LEADER, HERE)).isFalse();
    }

    @Test
    void neverCountsADocumentRoleHeldForTheWholeNode() {
        Person everywhere = new Person(new LoginName("ca.nut"), "Cả nút", Set.of(Role.CLERK), Set.of(), 1);
        Person officer = new Person(new LoginName("an.toan"), "An toàn", Set.of(Role.SECURITY_OFFICER), Set.of(), 1);
        assertThat(everywhere.may(Permission.READ_DOCUMENTS, HERE)).isFalse();
        assertThat(officer.may(Permission.PROPOSE_CLEARANCES, HERE)).isTrue();
    }
}
