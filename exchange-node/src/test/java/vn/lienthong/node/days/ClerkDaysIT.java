package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.Installation;

/** The real days of people who work with documents, between two nodes that run, in a real browser. */
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClerkDaysIT {

    private TwoNodes nodes;
    private Stage stage;
    private boolean played;
    private final Map<Role, List<String>> unlinked = new HashMap<>();
    private final Map<Boolean, Visitors> visitors = new HashMap<>();

    @BeforeAll
    void openNodes() throws IOException, InterruptedException {
        nodes = new TwoNodes();
        stage = Stage.of(nodes);
    }

    @AfterAll
    void closeNodes() {
        nodes.close();
    }

    @Test
    @Order(1)
    void sendsToAllCommunesAfterSecondThoughts(Window window) throws IOException, PdfSigningException {
        new SendingDay(stage, window).sendsToAllCommunesAfterSecondThoughts();
    }

    @Test
    @Order(2)
    void takesInWithOneKeyAndOpensTheNext(Window window) throws IOException, PdfSigningException {
        new ReceivingDay(stage, window).takesInWithOneKeyAndOpensTheNext();
    }

    @Test
    @Order(3)
    void refusesInWordsThatTheSenderReadsAndInstructsWithThreeTaps(Window window)
            throws IOException, PdfSigningException {
        play(window);
    }

    @Test
    @Order(4)
    void tellsTheSlowerOfTwoWhoWasFaster(Window window) throws IOException, PdfSigningException {
        new ReceivingDay(stage, window).tellsTheSlowerOfTwoWhoWasFaster();
    }

    @Test
    @Order(5)
    void recallsAndReadsTheAnswer(Window window) throws IOException, PdfSigningException {
        new SendingDay(stage, window).recallsAndReadsTheAnswer();
    }

    @Test
    @Order(6)
    void replacesADocument(Window window) throws IOException, PdfSigningException {
        new SendingDay(stage, window).replacesADocument();
    }

    @Test
    @Order(8)
    void worksWithoutScripts(Window window) throws IOException, PdfSigningException {
        new HardDay(stage, window).worksWithoutScripts();
    }

    @Test
    @Order(9)
    void letsPeopleComposeLettersKeyByKey(Window window) {
        new HardDay(stage, window).letsPeopleComposeLettersKeyByKey();
    }

    @Test
    @Order(10)
    void keepsWhatIsTypedWhileTheLineIsGone(Window window) {
        new HardDay(stage, window).keepsWhatIsTypedWhileTheLineIsGone();
    }

    @Test
    @Order(11)
    void losesNoWordWhenTheSessionEnds(Window window) {
        new HardDay(stage, window).losesNoWordWhenTheSessionEnds();
    }

    @Test
    @Order(12)
    void opensSoonOnASlowLine(Window window) {
        new HardDay(stage, window).opensSoonOnASlowLine();
    }

    @Test
    @Order(13)
    void numbersGovernmentAndPartySideBySide(Window window) throws IOException, PdfSigningException {
        new NumberingDay(stage, window).numbersGovernmentAndPartySideBySide();
    }

    @Test
    @Order(20)
    void everyScreenIsAccessibleAndFits(Window window) throws IOException, PdfSigningException {
        Map<Role, List<String>> more = furnish(window);
        Set<String> known = new HashSet<>();
        SoftAssertions all = new SoftAssertions();
        int screens = 0;
        for (Installation node : List.of(nodes.south(), nodes.north())) {
            EveryScreen pages = new EveryScreen(node, visitors(node), window);
            for (Map.Entry<Role, List<String>> role : pages.found(known, node.equals(nodes.north()) ? more : Map.of())
                    .entrySet()) {
                screens += pages.check(role.getKey(), role.getValue(), all);
            }
        }
        all.assertAll();
        assertThat(screens).isGreaterThan(60);
    }

    @Test
    @Order(30)
    void everyRouteAnswersAsTheTableSays(Window window) throws IOException, PdfSigningException {
        var _ = furnish(window);
        RightsOfAll rights = new RightsOfAll(stage, visitors(nodes.north()), visitors(nodes.south()));
        List<String> asked = rights.asked();
        List<String> table = RouteTable.lines();
        assertThat(asked)
                .as("not as the table says")
                .filteredOn(line -> !table.contains(line))
                .isEmpty();
        assertThat(table)
                .as("no such route, or not so")
                .filteredOn(line -> !asked.contains(line))
                .isEmpty();
    }

    @Test
    @Order(31)
    void hidesASecretFromEverybodyAndLeavesNothingOfItReadable()
            throws IOException, InterruptedException, SQLException {
        nodes.approve(Secrecy.SECRET);
        SecretTravel secret = SecretTravel.play(nodes);
        for (Installation node : List.of(nodes.north(), nodes.south())) {
            AgencyCode own = node.equals(nodes.north()) ? TwoNodes.PROVINCE : TwoNodes.COMMUNE;
            HiddenSecret hidden = new HiddenSecret(node, visitors(node), nodes.key(node, own), secret);
            assertThat(hidden.differences()).as("asked by name").isEmpty();
        }
        assertThat(new SecretTraces(nodes).found()).as("where it can be read").isEmpty();
    }

    @Test
    @Order(32)
    void carriesASecretThroughThePagesOfBothNodes(Window window)
            throws IOException, InterruptedException, SQLException, PdfSigningException {
        nodes.approve(Secrecy.SECRET);
        SecretDay day = new SecretDay(stage, window);
        day.travelsByTheHandsOfTheFew();
        assertThat(day.answersToTheUncleared(stage.people().commune())).containsOnly(404);
        assertThat(new SecretTraces(nodes).found()).as("where it can be read").isEmpty();
    }

    /** Nothing may be played afterwards. */
    @Test
    @Order(99)
    void beginsAnewOnTheFirstOfJanuary(Window window) throws IOException, PdfSigningException {
        new NumberingDay(stage, window).beginsAnewOnTheFirstOfJanuary();
    }

    /** Plays once what screens and rights need to be there, also when a test is run alone. */
    private void play(Window window) throws IOException, PdfSigningException {
        if (!played) {
            new ReceivingDay(stage, window).refusesInWordsThatTheSenderReads();
            new LeadersDay(stage, window).instructsWithThreeTaps();
            played = true;
        }
    }

    /** Leaves once on the desks what screens and rights need; the pages of the province that no link leads to. */
    private Map<Role, List<String>> furnish(Window window) throws IOException, PdfSigningException {
        if (unlinked.isEmpty()) {
            play(window);
            new Furniture(visitors(nodes.south()), stage.people()).placeInTheCommune();
            new Furniture(visitors(nodes.north()), stage.people()).placeInTheProvince();
            unlinked.putAll(new LeftOpen(stage, window).leave(visitors(nodes.south()), visitors(nodes.north())));
        }
        return unlinked;
    }

    private Visitors visitors(Installation node) {
        return visitors.computeIfAbsent(node.equals(nodes.south()), this::visitors);
    }

    private Visitors visitors(boolean south) {
        Stage.People people = stage.people();
        if (south) {
            Map<Role, LoginName> known =
                    Map.of(Role.CLERK, people.commune(), Role.LEADER, people.leader(), Role.OFFICER, people.officer());
            return new Visitors(nodes, nodes.south(), TwoNodes.COMMUNE, TwoNodes.NEIGHBOUR, known);
        }
        return new Visitors(
                nodes, nodes.north(), TwoNodes.PROVINCE, TwoNodes.PARTY, Map.of(Role.CLERK, people.province()));
    }
}
