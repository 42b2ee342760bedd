package vn.lienthong.core.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.ReceiverChange;
import vn.lienthong.core.document.Replacement;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;

class EdxmlReaderTest {

    @Test
    void readsEveryFieldOfTheNationalKit() {
        DocumentMetadata read = Messages.letter("v2-business-first").metadata();

        assertThat(read.recipients())
                .extracting(Organization::code)
                .containsExactly(new AgencyCode("000.00.15.H51"), new AgencyCode("H37.02.02"));
        assertThat(read.sender().contact().email()).isEqualTo("vpcp@chinhphu.vn");
        assertThat(read.code().display()).isEqualTo("7816/VPCP-TTĐT");
        assertThat(read.documentId()).isEqualTo("000.00.00.G22,2015/09/30,7816/VPCP-TTĐT");
        assertThat(read.promulgation().date()).isEqualTo(LocalDate.of(2015, 9, 30));
        assertThat(read.type().name()).isEqualTo("Công văn");
        assertThat(read.subject()).isEqualTo("V/v gửi, nhận văn bản điện tử & xử lý");
        assertThat(read.signer().competence()).isEqualTo("TL. BO TRUONG");
        assertThat(read.dueDate()).isEqualTo(LocalDate.of(2015, 10, 30));
        assertThat(read.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(read.other().pageAmount()).isEqualTo(3);
        assertThat(read.other().appendixes()).containsExactly("Phụ lục I");
        assertThat(read.toPlaces()).containsExactly("Như trên", "Lưu: VT");
        assertThat(read.business().kind()).isEqualTo(BusinessKind.NEW);
    }

    @Test
    void passesOverAnEmptyReferenceAndAnImpossibleDayInOne() {
        DocumentMetadata read = Messages.letter("v2-business-first").metadata();

        assertThat(read.responseFor()).hasSize(1);
        assertThat(read.responseFor().getFirst().promulgationDate()).isNull();
        assertThat(read.responseFor().getFirst().code()).isEqualTo("1295/STTTT-TTBCXB");
    }

    @Test
    void readsBothOrdersOfTraceAndBusinessAlike() {
        EdxmlLetter one = Messages.letter("v2-business-first");
        EdxmlLetter other = Messages.letter("v2-trace-first");

        assertThat(other.metadata()).isEqualTo(one.metadata());
        assertThat(other.staff()).isEqualTo(one.staff()).hasSize(1);
        assertThat(one.trace())
                .containsExactly(
                        new TraceHop("000.00.00.G22", LocalDateTime.of(2018, 9, 28, 17, 25, 11)),
                        new TraceHop("", LocalDateTime.of(2018, 9, 28, 17, 26)));
    }

    @Test
    void takesAMessageWithoutBusinessAsNewAndTheWordNullAsNoCode() {
        EdxmlLetter read = Messages.letter("v2-no-business");

        assertThat(read.metadata().business().kind()).isEqualTo(BusinessKind.NEW);
        assertThat(read.trace()).extracting(TraceHop::organId).containsExactly("", "");
    }

    @Test
    void readsTheDotnetKit() {
        EdxmlLetter read = Messages.letter("v3-dotnet");

        assertThat(read.metadata().type().kind()).isEqualTo(18);
        assertThat(read.metadata().dueDate()).isNull();
        assertThat(read.attachments().getFirst().contentId()).isEqualTo("7");
        assertThat(read.attachments().getFirst().name()).isEqualTo("C:\\Users\\vanthu\\cong van.pdf");
        assertThat(read.attachments().getFirst().mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void readsWhatOnlyTaskSystemsWrite() {
        DocumentMetadata read = Messages.letter("inet").metadata();

        assertThat(read.other().replyFors()).containsExactly("H37.DN.001", "28.22.H17");
        assertThat(read.other().taskCodes()).containsExactly("NV-01", "NV-02");
        assertThat(read.other().applicationType()).isEqualTo("MCDT_DT");
    }

    @Test
    void readsRecallUpdateAndReplacement() {
        var recall = Messages.letter("v2-recall").metadata().business();
        var bare = Messages.letter("v2-recall-bare").metadata();
        var update = Messages.letter("v2-update").metadata().business();
        var replace = Messages.letter("v2-replace").metadata().business();

        assertThat(recall.kind()).isEqualTo(BusinessKind.RECALL);
        assertThat(recall.documentId()).isEqualTo("000.00.00.G22,2015/09/30,7815/VPCP-TTĐT");
        assertThat(bare.business().kind()).isEqualTo(BusinessKind.RECALL);
        assertThat(bare.subject()).isEqualTo("Thu hồi văn bản điện tử");
        assertThat(update.documentChanged()).isTrue();
        assertThat(update.paper()).isTrue();
        assertThat(update.receiverChanges())
                .containsExactly(new ReceiverChange("000.00.15.H51", false), new ReceiverChange("28.22.H17", true));
        assertThat(replace.replacements())
                .containsExactly(new Replacement("18661", List.of("000.00.15.H51", "H37.02.02")));
    }

    @Test
    void decidesByTheFirstOctetsAndNotByTheLabel() {
        EdxmlLetter read = Messages.letter("v2-lying-types");

        assertThat(read.attachments())
                .extracting(EdxmlAttachment::mediaType)
                .containsExactly("application/pdf", "application/zip", "application/zip");
        assertThat(read.attachments()).extracting(EdxmlAttachment::contentId).containsExactly("1", "2", "3");
        assertThat(read.attachments()).extracting(EdxmlAttachment::wrapped).containsExactly(false, true, false);
    }

    @Test
    void givesTheOctetsOfAFileWithWhiteSpaceOrSectionsInIt() {
        byte[] plain = firstFile("v2-business-first");

        assertThat(new String(plain, StandardCharsets.US_ASCII))
                .startsWith("%PDF-1.7")
                .endsWith("%%EOF\n");
        assertThat(firstFile("v2-pretty-crlf")).isEqualTo(plain);
        assertThat(firstFile("v2-cdata")).isEqualTo(plain);
        assertThat(firstFile("v2-attachments-first")).isEqualTo(plain);
        assertThat(firstFile("v2-unpadded")).hasSize(plain.length + 1);
        assertThat(firstFile("v2-zero-octets")).isEmpty();
    }

    @Test
    void joinsLinesComposesAndKeepsMarkedUpText() {
        assertThat(Messages.letter("v2-pretty-crlf").metadata().sender().name()).isEqualTo("Văn phòng Chính phủ");
        assertThat(Messages.letter("v2-cdata").metadata().subject()).isEqualTo("V/v <gửi> & nhận ]] văn bản");
        assertThat(Messages.letter("v2-decomposed").metadata().subject()).isEqualTo("V/v gửi văn bản");
    }

    @Test
    void readsPrivatePrioritiesAndDates() {
        assertThat(Messages.letter("v2-priority-5").metadata().urgency()).isEqualTo(Urgency.ORDINARY);
        assertThat(Messages.letter("v2-priority-word").metadata().urgency()).isEqualTo(Urgency.EXPRESS);
        assertThat(Messages.letter("v2-date-dashes").metadata().promulgation().date())
                .isEqualTo(LocalDate.of(2020, 8, 20));
        assertThat(Messages.letter("v2-date-dashes").metadata().dueDate()).isEqualTo(LocalDate.of(2020, 9, 1));
        assertThat(Messages.letter("v2-date-zero").metadata().dueDate()).isNull();
    }

    @Test
    void namesFilesThatHaveNoName() {
        assertThat(Messages.letter("v2-names-absent").attachments().getFirst().name())
                .isEqualTo("cong-van.pdf");
        assertThat(Messages.letter("v2-zero-octets").attachments().getFirst().name())
                .isEqualTo("rong.txt");
    }

    @Test
    void readsAStatusInEitherPlace() {
        EdxmlStatus message = Messages.status("v2-03");

        assertThat(Messages.status("block-03").target()).isEqualTo(message.target());
        assertThat(message.target().organId()).isEqualTo("000.00.00.G22");
        assertThat(message.target().promulgationDate()).isEqualTo(LocalDate.of(2015, 9, 30));
        assertThat(message.timestamp()).isEqualTo(LocalDateTime.of(2018, 9, 28, 17, 25, 11));
        assertThat(message.staff().staff()).isEqualTo("Lê C");
        assertThat(Messages.status("code-apart-01").target().code()).isEqualTo("7816/VPCP-TTĐT");
        assertThat(Messages.status("code-apart-01").timestamp()).isNull();
    }

    @Test
    void readsWhatStandsInTheWrongPlace() {
        EdxmlStatus swapped = Messages.status("swapped-13");

        assertThat(swapped.target().organId()).isEqualTo("000.00.00.G22");
        assertThat(swapped.target().code()).isEqualTo("7816/VPCP-TTĐT");
        assertThat(Messages.letter("v2-places-in-one-text").metadata().toPlaces())
                .containsExactly("Như trên; Lưu: VT");
    }

    @Test
    void refusesAHeaderBeforeItsFilesHaveCome() {
        String message = new String(Messages.octets("letter/v2-business-first.xml"), StandardCharsets.UTF_8);
        byte[] bad = message.replace("2015/09/30<", "2015/02/30<").getBytes(StandardCharsets.UTF_8);
        Messages reading = new Messages();

        assertThat(reading.take(bad, EdxmlLimits.STANDARD)).isInstanceOf(EdxmlReading.Refused.class);
        assertThatThrownBy(() -> reading.file(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void namesTheElementWithItsPosition() {
        String message = new String(Messages.octets("letter/v2-business-first.xml"), StandardCharsets.UTF_8);
        byte[] bad = message.replace(">H37.02.02<", "><").getBytes(StandardCharsets.UTF_8);

        EdxmlFault fault = Messages.fault(bad).orElseThrow();

        assertThat(fault.element()).isEqualTo("MessageHeader/To[2]/OrganId");
        assertThat(fault.english())
                .isEqualTo("MessageHeader/To[2]/OrganId is missing or empty. What to do: fill it in.");
    }

    @Test
    void failsOnlyWhenSourceOrSinkFail() {
        byte[] message = Messages.octets("letter/v2-business-first.xml");
        InputStream half = new ByteArrayInputStream(Arrays.copyOf(message, message.length / 2));
        InputStream broken = new SequenceInputStream(half, new FailingStream());
        EdxmlReader reader = new EdxmlReader(EdxmlLimits.STANDARD);

        assertThatThrownBy(() -> reader.read(broken, _ -> OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessage("the line is dead");
        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(message), _ -> {
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
    }

    private static byte[] firstFile(String name) {
        Messages reading = new Messages();
        assertThat(reading.take(Messages.octets("letter/" + name + ".xml"), EdxmlLimits.STANDARD))
                .isInstanceOf(EdxmlReading.Letter.class);
        return reading.file(0);
    }

    private static final class FailingStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the line is dead");
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            return read();
        }
    }
}
