package vn.lienthong.node.vxp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.testing.Mutations;

class BodyTest {

    private static final byte[] MESSAGE = "<edXML>thử</edXML>".getBytes(StandardCharsets.UTF_8);

    private static byte[] read(String body) throws IOException {
        try (InputStream message = MessageBody.open(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))) {
            return message.readAllBytes();
        }
    }

    @Test
    void takesAPlainMessage() throws IOException {
        assertThat(read("<edXML>thử</edXML>")).isEqualTo(MESSAGE);
        assertThat(read("")).isEmpty();
    }

    @Test
    void findsTheFileOfAFormWhateverTheContentTypeSays() throws IOException {
        String form = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"messageType\"",
                "",
                "edoc",
                "--b",
                "Content-Disposition: form-data; name=\"edocFile\"; filename=\"a.edxml\"",
                "",
                "<edXML>thử</edXML>",
                "--b--",
                "");
        assertThat(read(form)).isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b",
                "--b\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno file\r\n--b--\r\n",
                "--\r\n\r\n"
            })
    void refusesFormsWithoutAFile(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
    }

    private static byte[] digested(String digest, boolean unpadded) throws IOException {
        try (InputStream message = new DigestedBody(new ByteArrayInputStream(MESSAGE), digest, unpadded)) {
            return message.readAllBytes();
        }
    }

    @Test
    void passesAMessageWithItsDigestInBothForms() throws IOException {
        byte[] digest = Sha256.of(MESSAGE).bytes();
        assertThat(digested(Sha256.of(MESSAGE).hex(), false)).isEqualTo(MESSAGE);
        assertThat(digested(DigestedBody.unpadded(digest), true)).isEqualTo(MESSAGE);
        assertThat(digested("", false)).isEqualTo(MESSAGE);
    }

    @Test
    void failsAtTheEndOfAMessageWithAnotherDigest() {
        assertThatThrownBy(() -> digested("00".repeat(32), true)).isInstanceOf(DigestedBody.WrongDigestException.class);
    }

    @Test
    void writesDigestsWithoutLeadingZerosAsTheKitDoes() {
        assertThat(DigestedBody.unpadded(new byte[] {0, 10, (byte) 0xff})).isEqualTo("0aff");
    }

    @Test
    void endsInAMessageOrAFaultOfReadingWhateverIsDamaged() {
        byte[] form = String.join(
                        "\r\n",
                        "--b",
                        "Content-Disposition: form-data; name=\"messageType\"",
                        "",
                        "edoc",
                        "--b",
                        "Content-Disposition: form-data; name=\"edocFile\"; filename=\"a.edxml\"",
                        "",
                        "<edXML/>",
                        "--b--",
                        "")
                .getBytes(StandardCharsets.UTF_8);
        Mutations.each(List.of(form), octets -> {
            try (InputStream message = MessageBody.open(new ByteArrayInputStream(octets))) {
                assertThat(message.readAllBytes()).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        });
    }
}
