package vn.lienthong.crypto.pdf;

import java.util.List;

/**
 * An administrative letter in the layout of Decree 30/2020/NĐ-CP Annex I; words only, no formatting.
 *
 * @param heading the national or party heading, top right; the last line is underlined
 * @param agency the superior agency if any, then the issuing agency, top left; the last line is underlined
 * @param notation số và ký hiệu, without the word "Số"
 * @param placeAndDate place and date, such as {@code Hà Nội, ngày 21 tháng 11 năm 2026}
 * @param type the name of the kind of document, empty for an official letter (công văn)
 * @param subject what it is about
 * @param addressees the agencies after "Kính gửi", empty when the kind of document has none
 * @param paragraphs the text
 * @param signatory who signs
 * @param recipients the lines after "Nơi nhận"
 */
public record AdministrativeLetter(
        List<String> heading,
        List<String> agency,
        String notation,
        String placeAndDate,
        String type,
        String subject,
        List<String> addressees,
        List<String> paragraphs,
        Signatory signatory,
        List<String> recipients) {

    /** The heading of state agencies. */
    public static final List<String> STATE_HEADING =
            List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");

    /** The heading of Party organisations. */
    public static final List<String> PARTY_HEADING = List.of("ĐẢNG CỘNG SẢN VIỆT NAM");

    /** Copies the lists and refuses a letter without heading, agency or text. */
    public AdministrativeLetter {
        heading = List.copyOf(heading);
        agency = List.copyOf(agency);
        addressees = List.copyOf(addressees);
        paragraphs = List.copyOf(paragraphs);
        recipients = List.copyOf(recipients);
        if (heading.isEmpty() || agency.isEmpty() || paragraphs.isEmpty()) {
            throw new IllegalArgumentException("a letter has a heading, an agency and a text");
        }
    }

    /**
     * Who signs.
     *
     * @param capacity the lines above the signature, such as {@code TM. ỦY BAN NHÂN DÂN} and {@code CHỦ TỊCH}
     * @param name the name below the signature
     */
    public record Signatory(List<String> capacity, String name) {

        /** Copies the lines and refuses none. */
        public Signatory {
            capacity = List.copyOf(capacity);
            if (capacity.isEmpty()) {
                throw new IllegalArgumentException("a signatory signs in some capacity");
            }
        }
    }
}
