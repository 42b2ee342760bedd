package vn.lienthong.node.dropfolder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InFolderTest {

    private static final Duration LEASE = Duration.ofMinutes(11);
    private static final String TAKEN =
            "taken 7 " + FolderUnderTest.DIGEST.hex().substring(0, 8);

    @TempDir
    private Path parent;

    private FolderUnderTest folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new FolderUnderTest(parent);
        folder.inbox.arrive(7);
    }

    /** What the system does when it has taken a document. */
    private void remove(String entry) throws IOException {
        Files.delete(folder.at("in/" + entry + "/document.json"));
        Files.delete(folder.at("in/" + entry));
    }

    @Test
    void isTakenWhenTheSystemHasRemovedIt() throws IOException {
        try (FolderUnderTest.OpenFolder open = folder.open()) {
            open.round();
            assertThat(folder.names("in")).containsExactly("7");
            open.round();
            assertThat(folder.inbox.told()).isEmpty();
            remove("7");
            open.round();
        }

        assertThat(folder.inbox.told()).containsExactly(TAKEN);
        assertThat(folder.names(".state/in")).isEmpty();
    }

    @Test
    void isTakenWhenTheSystemSaysSo() throws IOException {
        try (FolderUnderTest.OpenFolder open = folder.open()) {
            open.round();
            Files.createFile(folder.at("in/7.done"));
            open.round();
        }

        assertThat(folder.inbox.told()).containsExactly(TAKEN);
        assertThat(folder.names("in")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRONG_ADDRESSEE\nGửi nhầm\nđơn vị|refused 7 WRONG_ADDRESSEE Gửi nhầm đơn vị",
                "Không thuộc thẩm quyền|refused 7 OTHER Không thuộc thẩm quyền",
                "|refused 7 OTHER "
            })
    void isRefusedWithTheSystemsReason(String example) throws IOException {
        String[] parts = example.split("\\|", -1);
        try (FolderUnderTest.OpenFolder open = folder.open()) {
            open.round();
            Files.writeString(folder.at("in/7.refuse"), parts[0]);
            open.round();
        }

        assertThat(folder.inbox.told()).containsExactly(parts[1]);
        assertThat(folder.names("in")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dropfolder.written", "dropfolder.shown"})
    void isNeverTakenBecauseTheNodeWasKilled(String place) throws IOException {
        folder.kills.killAt(place);
        folder.roundOrKill();
        folder.clock.advance(LEASE);

        try (FolderUnderTest.OpenFolder open = folder.open()) {
            open.round();
            open.round();
            assertThat(folder.names("in")).containsExactly("7");
            assertThat(folder.inbox.told()).isEmpty();
            remove("7");
            open.round();
        }

        assertThat(folder.inbox.told()).containsExactly(TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dropfolder.taking", "dropfolder.settled"})
    void isTakenOnceWhereverTheNodeIsKilled(String place) throws IOException {
        folder.round();
        folder.clock.advance(LEASE);
        remove("7");
        folder.kills.killAt(place);
        folder.roundOrKill();
        folder.clock.advance(LEASE);

        folder.round();

        assertThat(folder.inbox.told()).containsExactly(TAKEN);
        assertThat(folder.names(".state/in")).isEmpty();
    }

    @Test
    void holdsTheLeaseWhileADocumentLiesThere() throws IOException {
        try (FolderUnderTest.OpenFolder open = folder.open()) {
            open.round();
            for (int i = 0; i < 10; i++) {
                folder.clock.advance(Duration.ofMinutes(6));
                open.round();
            }
            remove("7");
            open.round();
        }

        assertThat(folder.inbox.told()).containsExactly(TAKEN);
    }

    @Test
    void waitsForALeaseThatSomebodyElseHas() throws IOException {
        folder.inbox.leaseElsewhere(7);
        folder.round();
        assertThat(folder.names("in")).isEmpty();
        folder.clock.advance(LEASE);

        folder.round();

        assertThat(folder.names("in")).containsExactly("7");
    }

    @Test
    void goesAwayWhenItWasSettledElsewhere() throws IOException {
        folder.round();
        folder.inbox.settleElsewhere(7);

        folder.round();

        assertThat(folder.names("in")).isEmpty();
        assertThat(folder.inbox.told()).isEmpty();
    }

    @Test
    void putsAStateSecretAsideAndGoesOnWithTheOthers() throws IOException {
        folder.secret = true;
        folder.round();
        folder.secret = false;
        folder.inbox.arrive(8);

        folder.round();

        assertThat(folder.aside.reasons).containsExactly("LT-1209");
        assertThat(folder.names("in")).containsExactly("8");
    }

    @Test
    void letsNothingAsideStandInTheWay() throws IOException {
        folder.secret = true;
        for (int i = 8; i < 300; i++) {
            folder.inbox.arrive(i);
        }
        folder.round();
        folder.round();
        assertThat(folder.aside.reasons).hasSize(293);
        folder.secret = false;
        folder.inbox.arrive(300);

        folder.round();

        assertThat(folder.names("in")).containsExactly("300");
    }

    @Test
    void neverFollowsALinkThatStandsInPlaceOfADocument() throws IOException {
        Path outside = Files.createDirectory(parent.resolve("outside"));
        Path kept = Files.writeString(outside.resolve("kept"), "kept");
        folder.round();
        remove("7");
        Files.createSymbolicLink(folder.at("in/7"), outside);
        folder.inbox.settleElsewhere(7);

        folder.round();

        assertThat(kept).exists();
        assertThat(folder.names("in")).isEmpty();
    }
}
