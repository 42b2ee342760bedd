package vn.lienthong.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.AgencyCode;

class DocumentMetadataTest {

    private static final Organization SENDER = Organization.of(new AgencyCode("000.00.00.G22"), "Văn phòng Chính phủ");

    @Test
    void acceptsWhatIsLongerThanTheRulesButSaysSo() {
        DocumentMetadata metadata = DocumentMetadata.builder(SENDER, "a".repeat(501))
                .code(new DocumentCode("20251020104803", "GW-AUTO"))
                .build();
        assertThat(metadata.warnings()).containsExactly(MetadataWarning.SUBJECT_LONG, MetadataWarning.NUMBER_LONG);
        assertThat(DocumentMetadata.builder(SENDER, "a".repeat(500)).build().warnings())
                .isEmpty();
    }

    @Test
    void refusesWhatNobodyWouldAccept() {
        refuses(DocumentMetadata.builder(SENDER, ""));
        refuses(DocumentMetadata.builder(SENDER, "a".repeat(2001)));
        refuses(DocumentMetadata.builder(SENDER, "a\u0007"));
        refuses(DocumentMetadata.builder(SENDER, "a").documentId("a\nb"));
        refuses(DocumentMetadata.builder(SENDER, "a").appointedTime(Instant.EPOCH));
        refuses(DocumentMetadata.builder(SENDER, "a").toPlaces(List.of("")));
    }

    @Test
    void writesTheCodeAsPeopleDo() {
        assertThat(new DocumentCode("7816", "VPCP-TTĐT").display()).isEqualTo("7816/VPCP-TTĐT");
        assertThat(DocumentCode.NONE.display()).isEmpty();
    }

    @Test
    void neverPrintsSubjectsOrNames() {
        DocumentMetadata metadata = DocumentMetadata.builder(SENDER, "tuyệt mật")
                .signer(new Signer("", "", "Nguyễn Văn A"))
                .build();
        assertThat(new Document(metadata, List.of()).toString() + metadata.signer())
                .doesNotContain("tuyệt")
                .doesNotContain("Nguyễn");
    }

    @Test
    void recallNeedsAReason() {
        assertThatThrownBy(() -> BusinessAction.recall("1", "")).isInstanceOf(IllegalArgumentException.class);
        assertThat(BusinessAction.recall("1", "sai").kind()).isEqualTo(BusinessKind.RECALL);
    }

    @Test
    void clearanceCoversItsLevelAndAllBelow() {
        assertThat(Secrecy.SECRET.covers(Secrecy.CONFIDENTIAL)).isTrue();
        assertThat(Secrecy.SECRET.covers(Secrecy.TOP_SECRET)).isFalse();
        assertThat(Secrecy.ORDINARY.isStateSecret()).isFalse();
    }

    private static void refuses(DocumentMetadataBuilder builder) {
        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }
}
