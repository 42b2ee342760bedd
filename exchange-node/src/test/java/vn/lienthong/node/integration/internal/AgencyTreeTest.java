package vn.lienthong.node.integration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;

class AgencyTreeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(1000);

    private static final AgencyEntry PROVINCE = entry(
            1,
            "Ủy ban nhân dân tỉnh Sông Hương",
            null,
            code("H99", BEFORE.minusSeconds(500), BEFORE),
            code("H37", BEFORE, null));
    private static final AgencyEntry COMMUNE = entry(
            2,
            "Ủy ban nhân dân xã Hương Giang",
            id(1),
            code("H37.07", BEFORE, null),
            code("H38.07", NOW.plusSeconds(50), null));
    private static final AgencyEntry ORPHAN = entry(3, "Đơn vị lẻ", id(9), code("A01", BEFORE, null));

    private final AgencyTree tree = new AgencyTree(List.of(COMMUNE, ORPHAN, PROVINCE), NOW);

    private static AgencyId id(long number) {
        return new AgencyId(new UUID(7, number));
    }

    private static CodeValidity code(String code, Instant from, @Nullable Instant until) {
        return new CodeValidity(new AgencyCode(code), from, until);
    }

    private static AgencyEntry entry(long number, String name, @Nullable AgencyId parent, CodeValidity... codes) {
        return new AgencyEntry(
                new Agency(id(number), Bloc.GOVERNMENT, name, List.of(codes), parent),
                new NodeId("nut-1"),
                List.of(),
                List.of());
    }

    private static List<String> names(List<AgencyTree.Branch> branches) {
        return branches.stream().map(AgencyTree.Branch::name).toList();
    }

    @Test
    void showsTheTopFirstAndWhoeverHasNoParentThere() {
        assertThat(names(tree.below(""))).containsExactly("Đơn vị lẻ", "Ủy ban nhân dân tỉnh Sông Hương");
        assertThat(names(tree.below("nobody"))).hasSize(2);
        assertThat(tree.below("").getLast().children()).isEqualTo(1);
    }

    @Test
    void descendsAndTellsTheWay() {
        assertThat(names(tree.below(id(1).toString()))).containsExactly("Ủy ban nhân dân xã Hương Giang");
        assertThat(names(tree.pathTo(id(2).toString())))
                .containsExactly("Ủy ban nhân dân tỉnh Sông Hương", "Ủy ban nhân dân xã Hương Giang");
        assertThat(tree.pathTo("")).isEmpty();
    }

    @Test
    void showsOldAndComingCodesBehindThePresentOne() {
        assertThat(tree.below("").getLast().codes())
                .extracting(AgencyTree.Code::value, AgencyTree.Code::state)
                .containsExactly(tuple("H37", "now"), tuple("H99", "past"));
        assertThat(tree.below(id(1).toString()).getFirst().codes().getLast().state())
                .isEqualTo("later");
    }

    @Test
    void findsByOldCodesAndWithoutMarks() {
        assertThat(names(tree.matching("h99"))).containsExactly("Ủy ban nhân dân tỉnh Sông Hương");
        assertThat(names(tree.matching("huong giang"))).containsExactly("Ủy ban nhân dân xã Hương Giang");
        assertThat(tree.matching("không có")).isEmpty();
    }

    @Test
    void endsWhereAgenciesStandBelowEachOther() {
        AgencyEntry one = entry(4, "Một", id(5), code("B01", BEFORE, null));
        AgencyEntry other = entry(5, "Hai", id(4), code("B02", BEFORE, null));
        assertThat(new AgencyTree(List.of(one, other), NOW).pathTo(id(4).toString()))
                .hasSizeLessThanOrEqualTo(12);
    }
}
