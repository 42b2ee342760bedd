package vn.lienthong.node.dropfolder.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.error.ErrorCode;

class OutFolderTest {

    @TempDir
    private Path parent;

    private FolderUnderTest folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new FolderUnderTest(parent);
    }

    @Test
    void sendsADocumentThatIsReady() throws IOException {
        folder.dropDocument("cong-van-7");

        folder.round();

        assertThat(folder.doors.taken())
                .singleElement()
                .satisfies(taken -> assertThat(taken)
                        .containsExactly(
                                "H37.02.02",
                                "metadata  application/json {}",
                                "file cong-van-7.pdf application/pdf %PDF",
                                "file cong-van-7.phu-luc.xlsx"
                                        + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet PK"));
        assertThat(folder.names("out")).isEmpty();
        assertThat(folder.names("sent")).containsExactly("cong-van-7", "cong-van-7.result.json");
        assertThat(folder.text("sent/cong-van-7.result.json"))
                .contains("\"outcome\" : \"sent\"", "0198a000-0000-7000-8000-000000000001");
    }

    @Test
    void leavesAloneWhatIsNotReady() throws IOException {
        folder.drop("a.json", "{}");
        folder.drop("a.pdf", "%PDF");
        folder.drop("b.xml.part", "<edXML/>");

        folder.round();

        assertThat(folder.doors.taken()).isEmpty();
        assertThat(folder.names("out")).containsExactly("a.json", "a.pdf", "b.xml.part");
    }

    @Test
    void sendsAMessageThatHasNotChangedForAWhile() throws IOException {
        folder.drop("m.edxml", "<edXML");
        try (FolderUnderTest.OpenFolder open = folder.open()) {
            open.round();
            folder.later();
            Files.writeString(folder.at("out/m.edxml"), "<edXML/>");
            open.round();
            assertThat(folder.doors.taken()).isEmpty();
            folder.later();
            open.round();
        }

        assertThat(folder.doors.taken())
                .singleElement()
                .satisfies(taken -> assertThat(taken).contains("message <edXML/>"));
        assertThat(folder.names("sent")).containsExactly("m.edxml", "m.edxml.result.json");
    }

    @Test
    void tellsWhyADocumentIsRefused() throws IOException {
        folder.doors.refuse(ErrorCode.SECRECY_NOT_ALLOWED);
        folder.dropDocument("mat");
        folder.drop("m.xml", "<edXML/>");
        folder.drop("m.ready", "");

        folder.round();

        assertThat(folder.names("failed")).containsExactly("m", "m.result.json", "mat", "mat.result.json");
        assertThat(folder.text("failed/mat.result.json")).contains("LT-1209", "Không được gửi văn bản mật");
        assertThat(folder.text("failed/m.result.json")).contains("MessageHeader/Subject");
    }

    @Test
    void refusesADropWithoutDescription() throws IOException {
        folder.drop("a.pdf", "%PDF");
        folder.drop("a.ready", "");

        folder.round();

        assertThat(folder.text("failed/a.result.json")).contains("LT-1001", "a.json");
    }

    @Test
    void triesAgainWhatMaySucceedLater() throws IOException {
        folder.doors.refuse(ErrorCode.STORAGE_FAILED);
        folder.dropDocument("a");
        folder.round();
        assertThat(folder.names("failed")).isEmpty();
        folder.doors.refuse(null);

        folder.round();

        assertThat(folder.names("sent")).containsExactly("a", "a.result.json");
    }

    @Test
    void keepsTwoDropsOfOneNameApart() throws IOException {
        folder.dropDocument("a");
        folder.round();
        folder.drop("a.json", "{ }");
        folder.drop("a.ready", "");
        folder.round();

        assertThat(folder.doors.taken()).hasSize(2);
        assertThat(folder.names("sent")).containsExactly("a", "a.result.json", "a~2", "a~2.result.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dropfolder.claiming", "dropfolder.claimed", "dropfolder.sent", "dropfolder.told"})
    void sendsOnceWhereverItIsKilled(String place) throws IOException {
        folder.dropDocument("a");
        folder.kills.killAt(place);
        folder.roundOrKill();

        folder.round();

        assertThat(folder.doors.taken()).hasSize(1);
        assertThat(folder.doors.taken().getFirst()).hasSize(4);
        assertThat(folder.names("sent")).containsExactly("a", "a.result.json");
        assertThat(folder.names("out")).isEmpty();
        assertThat(folder.names(".work/out")).isEmpty();
    }

    @Test
    void touchesNoLinkAndTellsSo() throws IOException {
        Path outside = Files.writeString(parent.resolve("secret.txt"), "not yours");
        folder.drop("a.json", "{}");
        Files.createSymbolicLink(folder.at("out/a.pdf"), outside);
        folder.drop("a.ready", "");
        Files.createLink(folder.at("out/b.xml"), outside);

        folder.round();

        assertThat(folder.doors.taken()).isEmpty();
        assertThat(folder.names("out")).containsExactly("a.json", "a.pdf", "a.ready", "b.xml");
        assertThat(folder.names("failed")).containsExactly("a.ready.result.json", "b.xml.result.json");
        assertThat(outside).hasContent("not yours");
    }

    @Test
    void refusesAFolderThatIsOpenToOthersOrALink() throws IOException {
        Files.setPosixFilePermissions(folder.at("out"), PosixFilePermissions.fromString("rwxr-x---"));
        assertThatThrownBy(folder::round).isInstanceOf(FolderRefusedException.class);
        Files.setPosixFilePermissions(folder.at("out"), PosixFilePermissions.fromString("rwx------"));

        Path link = Files.createSymbolicLink(parent.resolve("link"), folder.root);
        assertThatThrownBy(() -> FolderTree.open(link)).isInstanceOf(FolderRefusedException.class);
        assertThatThrownBy(() -> FolderTree.open(Path.of("relative"))).isInstanceOf(FolderRefusedException.class);
        assertThatThrownBy(() -> FolderTree.open(parent.resolve("absent"))).isInstanceOf(IOException.class);
    }

    @Test
    void sendsTheOthersWhenOneCannotBeRead() throws IOException {
        folder.drop("a.xml", "<edXML/>");
        folder.drop("a.ready", "");
        Files.createDirectory(folder.at("out/0.ready"));
        folder.dropDocument("z");

        folder.round();

        assertThat(folder.doors.taken()).hasSize(2);
    }
}
