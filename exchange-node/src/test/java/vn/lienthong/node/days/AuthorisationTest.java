package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SeparationOfDuties;

/** The authorisation matrix: what roles carry, and how each route answers each of them, which {@link RightsOfAll} asks for. */
class AuthorisationTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "authorisation.md");
    private static final String MARK = "<!-- generated from here on -->\n";
    private static final List<Role> COLUMNS =
            List.of(Role.CLERK, Role.LEADER, Role.OFFICER, Role.SECURITY_OFFICER, Role.OPERATOR, Role.ADMINISTRATOR);
    private static final String FORBIDDEN = "403";

    @Test
    void isTheOneThatIsDocumented() throws IOException {
        String text = Files.readString(DOCUMENT);
        String before = text.substring(0, text.indexOf(MARK) + MARK.length());
        if ("write".equals(System.getProperty("lienthong.format"))) {
            Files.writeString(DOCUMENT, before + matrix());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(before + matrix());
    }

    /** A page that one role may open is closed to every role that carries none of the permissions of the first. */
    @Test
    void opensNoRouteToARoleThatSharesNoPermissionWithAnyOther() {
        for (String[] row : rows().toList()) {
            Set<Role> open = open(row);
            boolean everybody = open.size() == COLUMNS.size();
            assertThat(everybody || open.stream().map(Role::delivered).noneMatch(Set::isEmpty))
                    .as(row[0])
                    .isTrue();
        }
    }

    @Test
    void opensNoRouteOfTheLogToWhoReadsDocumentsNorOfAccountsToEither() {
        List<String[]> ofOne =
                rows().filter(row -> open(row).size() < COLUMNS.size()).toList();
        for (String[] row : ofOne) {
            Set<Role> open = open(row);
            boolean documents = open.stream().anyMatch(role -> role.delivered().contains(Permission.READ_DOCUMENTS));
            boolean log = open.contains(Role.SECURITY_OFFICER);
            boolean clearances = row[0].contains("/people/clearances");
            boolean rights = row[0].contains("/people/rights");
            assertThat(documents && log && !clearances).as(row[0]).isFalse();
            assertThat(documents && open.contains(Role.ADMINISTRATOR))
                    .as(row[0])
                    .isFalse();
            assertThat(log && open.contains(Role.ADMINISTRATOR) && !rights)
                    .as(row[0])
                    .isFalse();
        }
    }

    private static Set<Role> open(String[] row) {
        String[] answers = row[1].split(" ", -1);
        return COLUMNS.stream()
                .filter(role -> !answers[COLUMNS.indexOf(role) + 1].equals(FORBIDDEN))
                .collect(Collectors.toSet());
    }

    private static Stream<String[]> rows() {
        return RouteTable.lines().stream()
                .map(line -> line.split(" \\| ", 2))
                .filter(row -> row.length == 2)
                .filter(page(true));
    }

    private static Predicate<String[]> page(boolean wanted) {
        return row -> (!row[0].contains(" /api/") && !row[0].contains(" /exchange/")) == wanted;
    }

    private static String matrix() {
        StringBuilder text = new StringBuilder("\n## What roles carry, as delivered\n\n| permission | duty |");
        COLUMNS.forEach(role -> text.append(' ').append(role.slug()).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(COLUMNS.size())).append('\n');
        for (Permission permission : Permission.values()) {
            text.append("| `")
                    .append(permission)
                    .append("` | ")
                    .append(permission.duty())
                    .append(" |");
            COLUMNS.forEach(role -> text.append(cell(role, permission)));
            text.append('\n');
        }
        text.append("\n## Duties that never meet in one account\n\n");
        SeparationOfDuties.pairs()
                .forEach(pair -> text.append("- ")
                        .append(pair.one())
                        .append(" × ")
                        .append(pair.other())
                        .append('\n'));
        routes(text, "How pages answer", true);
        routes(text, "How programs' operations answer", false);
        return text.toString();
    }

    private static String cell(Role role, Permission permission) {
        if (permission.delivered().contains(role)) {
            return SeparationOfDuties.kept(role).contains(permission) ? " always |" : " yes |";
        }
        return SeparationOfDuties.mayCarry(role, permission) ? " may be given |" : " – |";
    }

    private static void routes(StringBuilder text, String title, boolean pages) {
        text.append("\n## ")
                .append(title)
                .append("\n\n| route | nobody | clerk | leader | officer | security-officer | operator | administrator"
                        + " | elsewhere |\n|---|---|---|---|---|---|---|---|---|\n");
        RouteTable.lines().stream()
                .map(line -> line.split(" \\| ", 2))
                .filter(row -> row.length == 2)
                .filter(page(pages))
                .forEach(row -> text.append("| `")
                        .append(row[0])
                        .append("` |")
                        .append(Arrays.stream(row[1].split(" ", -1))
                                .map(answer -> " " + answer + " |")
                                .collect(Collectors.joining()))
                        .append('\n'));
    }
}
