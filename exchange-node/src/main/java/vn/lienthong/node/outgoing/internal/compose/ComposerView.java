package vn.lienthong.node.outgoing.internal.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.outgoing.internal.recipients.Listed;
import vn.lienthong.node.outgoing.internal.recipients.Purpose;
import vn.lienthong.node.outgoing.internal.recipients.Recipient;
import vn.lienthong.node.outgoing.internal.suggestion.Suggestions;

/**
 * What the composer shows.
 *
 * @param document as it is kept
 * @param typed what stands in the fields: what is kept, or what could not be kept just now
 * @param agencyName of the sender
 * @param files its files
 * @param chips its recipients
 * @param suggestions what the main file says about itself
 */
record ComposerView(
        Outgoing document,
        Typed typed,
        String agencyName,
        List<FileLine> files,
        List<Chip> chips,
        Suggestions suggestions) {

    /**
     * A file in the list.
     *
     * @param file itself
     * @param check what a check of it found
     */
    record FileLine(DraftFile file, FileCheck check) {}

    /**
     * A recipient in the list.
     *
     * @param index its place among all lines
     * @param line itself
     * @param near agencies that may be meant, when nobody knows yet which one is
     * @param fault the end of the key of what is wrong with it; null when nothing is
     */
    record Chip(
            int index,
            Recipient line,
            List<Listed> near,
            @Nullable String fault) {

        /** How lists mark it. */
        public String mark() {
            return line.isOpen() ? "warning" : fault == null ? "quiet" : "failed";
        }
    }

    /** The main file; null without. */
    public @Nullable FileLine main() {
        return files.stream().filter(line -> line.file().main()).findFirst().orElse(null);
    }

    /** The other files. */
    public List<FileLine> annexes() {
        return files.stream().filter(line -> !line.file().main()).toList();
    }

    /** Octets of all files. */
    public long octets() {
        return files.stream().mapToLong(line -> line.file().size()).sum();
    }

    /** The lines of one purpose. */
    public List<Chip> chips(String purpose) {
        return Purpose.of(purpose).stream()
                .flatMap(wanted -> chips.stream().filter(chip -> chip.line().purpose() == wanted))
                .toList();
    }

    /** The purposes that have lines, in their order. */
    public List<String> purposes() {
        List<String> used = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            if (!chips(purpose.slug()).isEmpty()) {
                used.add(purpose.slug());
            }
        }
        return used;
    }

    /** Whether what stands in a field is what the file says, and nobody confirmed it yet. */
    public boolean suggested(String field) {
        String offered = suggestions.of(field);
        return !offered.isEmpty() && offered.equals(text(field));
    }

    /** What the file says about a field when something else stands there; empty otherwise. */
    public String other(String field) {
        String offered = suggestions.of(field);
        return offered.isEmpty() || offered.equals(text(field)) ? "" : offered;
    }

    /** The key of the words under a field about what the file says; null without. */
    public @Nullable String hint(String field) {
        if (suggested(field)) {
            return "outgoing.suggested";
        }
        return other(field).isEmpty() ? null : "outgoing.suggested.other";
    }

    /** What stands in a field. */
    public String text(String field) {
        return Field.of(field).map(typed::get).orElse("");
    }
}
