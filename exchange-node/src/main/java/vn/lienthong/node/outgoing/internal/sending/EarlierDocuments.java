package vn.lienthong.node.outgoing.internal.sending;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.EntryId;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers;

/** Earlier documents in the books of an agency, to which a new one may refer. */
@InNodeRole
@Component
public class EarlierDocuments {

    private static final int MOST = 10;

    private final Registers registers;

    EarlierDocuments(Registers registers) {
        this.registers = registers;
    }

    /**
     * An earlier document, as the register has it; never prints itself.
     *
     * @param line names it
     * @param own whether the agency issued it
     * @param code number and notation
     * @param issuedOn its date; null when it bears none
     * @param subject type and subject
     * @param author who issued it; empty for own ones
     */
    public record Earlier(
            long line, boolean own, String code, @Nullable LocalDate issuedOn, String subject, String author) {

        @Override
        public String toString() {
            return "Earlier[" + line + "]";
        }
    }

    /** Those in which all words occur, without regard to accents, newest first; none without words. */
    public List<Earlier> search(AgencyCode agency, String words) {
        return registers.search(agency, words, MOST).stream()
                .map(EarlierDocuments::earlier)
                .toList();
    }

    /** One of them, by its line; empty when the agency has none of that name. */
    public Optional<Earlier> find(AgencyCode agency, String line) {
        return line.matches("[0-9]{1,18}")
                ? registers.find(agency, new EntryId(Long.parseLong(line))).map(EarlierDocuments::earlier)
                : Optional.empty();
    }

    private static Earlier earlier(RegisterEntry entry) {
        return new Earlier(
                entry.id().value(),
                entry.kind() == BookKind.OUTGOING,
                entry.code().display(),
                entry.issuedOn(),
                entry.typeAndSubject(),
                entry.author());
    }
}
