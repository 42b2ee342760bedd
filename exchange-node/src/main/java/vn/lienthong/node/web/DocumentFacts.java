package vn.lienthong.node.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document is, as both detail pages show it.
 *
 * @param number number and notation as on the document
 * @param type loại văn bản in words
 * @param subject trích yếu; null when it must not be shown
 * @param date when it was issued
 * @param signer name and position, or null when not known
 * @param urgency 0 ordinary to 4 timed express
 * @param files the main file first
 */
public record DocumentFacts(
        String number,
        String type,
        @Nullable String subject,
        @Nullable LocalDate date,
        @Nullable String signer,
        int urgency,
        List<FileFacts> files) {
    /** Copies the files. */
    public DocumentFacts {
        files = List.copyOf(files);
    }

    /**
     * One file of a document.
     *
     * @param number from 1
     * @param name as the sender named it
     * @param size in octets
     * @param sha512 lower-case hexadecimal
     */
    public record FileFacts(int number, String name, long size, String sha512) {}
}
