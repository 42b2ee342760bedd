package vn.lienthong.core.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentMetadataBuilder;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;

class EdxmlWriterTest {

    private static final Organization SENDER = Organization.of(new AgencyCode("H28"), "Sở <A> & B");
    private static final Organization RECIPIENT = Organization.of(new AgencyCode("000.00.15.H51"), "Sở C");
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @Test
    void writesTheExactPrefixesInTheOrderOfTheNationalKit() throws IOException {
        DocumentMetadata metadata = metadata()
                .documentId("H28,2026/11/22,7/A")
                .code(new DocumentCode("7", "A"))
                .promulgation(new Promulgation("Huế", LocalDate.of(2026, 11, 22)))
                .build();

        assertThat(written(metadata, file("a.pdf"), PDF))
                .isEqualTo(new String(Messages.octets("written-letter.xml"), StandardCharsets.UTF_8));
    }

    @Test
    void writesAStatus() throws IOException {
        ResponseFor target = new ResponseFor("H28", "7/A", "H28,2026/11/22,7/A", LocalDate.of(2026, 11, 22));
        EdxmlStaff staff = new EdxmlStaff("Văn thư", "", "Lê C", "", "c@x.vn", "");
        EdxmlStatus status =
                new EdxmlStatus(RECIPIENT, target, "03", "Vào sổ", LocalDateTime.of(2026, 11, 22, 8, 15), staff);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();

        EdxmlWriter.write(status, octets);

        assertThat(octets.toString(StandardCharsets.UTF_8))
                .isEqualTo(new String(Messages.octets("written-status.xml"), StandardCharsets.UTF_8));
    }

    @Test
    void writesAWishToRecallThatReadersUnderstand() throws IOException {
        BusinessAction recall = BusinessAction.recall("H28,2026/11/22,7/A", "Thu hồi văn bản điện tử");
        ByteArrayOutputStream octets = new ByteArrayOutputStream();

        assertThat(EdxmlWriter.write(
                        EdxmlLetter.of(metadata().business(recall).build(), List.of()),
                        _ -> new ByteArrayInputStream(new byte[0]),
                        octets))
                .isEmpty();

        assertThat(Messages.letter(octets.toByteArray()).metadata().business()).isEqualTo(recall);
        assertThat(octets.toString(StandardCharsets.UTF_8)).doesNotContain("AttachmentEncoded");
    }

    @ParameterizedTest
    @EnumSource(value = Secrecy.class, names = "ORDINARY", mode = EnumSource.Mode.EXCLUDE)
    void refusesAStateSecretAndWritesNothing(Secrecy secrecy) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        EdxmlLetter letter = EdxmlLetter.of(metadata().secrecy(secrecy).build(), List.of());

        assertThat(EdxmlWriter.write(letter, _ -> new ByteArrayInputStream(PDF), octets))
                .hasValueSatisfying(fault -> assertThat(fault.english()).contains("LT-1209"));
        assertThat(octets.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, %PDF-1.4, application/pdf, false",
        "a.zip, %PDF-1.4, application/pdf, false",
        "a.zip, not a zip, text/plain, false",
        "a.pdf, not a pdf, application/zip, true",
        "a.xlsx, anything, application/zip, true",
        "a, {\\rtf1, application/zip, true"
    })
    void writesTheTypeOfTheOctetsAndWrapsWhatIsNeitherPdfNorWord(
            String name, String content, String type, boolean wrapped) throws IOException {
        String message = written(metadata().build(), file(name), content.getBytes(StandardCharsets.US_ASCII));
        EdxmlAttachment read = Messages.letter(message.getBytes(StandardCharsets.UTF_8))
                .attachments()
                .getFirst();

        assertThat(message).contains("<ContentType>" + type + "</ContentType>");
        assertThat(read.wrapped()).isEqualTo(wrapped);
        assertThat(read.name()).isEqualTo(name);
    }

    @Test
    void writesNoCharacterThatXmlForbids() throws IOException {
        DocumentMetadata metadata =
                DocumentMetadata.builder(SENDER, "a\uFFFEb\uFFFFc").build();

        assertThat(Messages.letter(written(metadata, file("a.pdf"), PDF).getBytes(StandardCharsets.UTF_8))
                        .metadata()
                        .subject())
                .isEqualTo("a\uFFFDb\uFFFDc");
    }

    private static DocumentMetadataBuilder metadata() {
        return DocumentMetadata.builder(SENDER, "Về việc thử").recipients(List.of(RECIPIENT));
    }

    private static EdxmlAttachment file(String name) {
        return new EdxmlAttachment(0, "209", name, "", "application/x-lies", 8, false);
    }

    private static String written(DocumentMetadata metadata, EdxmlAttachment file, byte[] content) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        assertThat(EdxmlWriter.write(
                        EdxmlLetter.of(metadata, List.of(file)), _ -> new ByteArrayInputStream(content), octets))
                .isEmpty();
        return octets.toString(StandardCharsets.UTF_8);
    }
}
