package vn.lienthong.node.outgoing.internal.recipients;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.SaveAnswer;
import vn.lienthong.node.platform.InNodeRole;

/** The lines of "Nơi nhận" of a document. */
@InNodeRole
@Service
public class RecipientLines {

    /** As many as a parcel can have, and as many again that stay here. */
    public static final int MOST = 500;

    private final JdbcClient database;
    private final Drafts drafts;
    private final AgencyFinder finder;

    RecipientLines(JdbcClient database, Drafts drafts, AgencyFinder finder) {
        this.database = database;
        this.drafts = drafts;
        this.finder = finder;
    }

    /** All lines in their order. */
    public List<Recipient> of(OutgoingId document) {
        return database.sql(
                        "select purpose, code, label from outgoing_recipient where document_id = ? order by position")
                .param(document.value())
                .query((row, _) -> {
                    String code = row.getString("code");
                    return new Recipient(
                            Purpose.valueOf(row.getString("purpose")),
                            code == null ? null : new AgencyCode(code),
                            row.getString("label"));
                })
                .list();
    }

    /** The agencies that it goes to, each once. */
    public static List<AgencyCode> codes(List<Recipient> lines) {
        return lines.stream()
                .filter(line -> line.purpose() != Purpose.FILE)
                .map(Recipient::code)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Changes the lines upon the version that was seen. */
    @Transactional
    public SaveAnswer change(Person clerk, OutgoingId id, long version, UnaryOperator<List<Recipient>> change) {
        List<Recipient> before = of(id);
        List<Recipient> after = change.apply(new ArrayList<>(before));
        List<Recipient> bounded = after.subList(0, Math.min(MOST, after.size()));
        SaveAnswer answer = drafts.change(clerk, id, version, document -> counted(document, bounded));
        if (answer instanceof SaveAnswer.Saved) {
            write(id, bounded);
        }
        return answer;
    }

    private static Outgoing counted(Outgoing document, List<Recipient> lines) {
        return new Outgoing(
                document.id(),
                document.agency(),
                document.state(),
                document.version(),
                document.typed(),
                document.number(),
                document.notation(),
                document.issuedOn(),
                codes(lines).size(),
                document.changes(),
                document.release());
    }

    /** Writes the lines of a document in the transaction of the caller. */
    public void write(OutgoingId id, List<Recipient> lines) {
        int _ = database.sql("delete from outgoing_recipient where document_id = ?")
                .param(id.value())
                .update();
        int position = 0;
        for (Recipient line : lines) {
            position++;
            AgencyCode code = line.code();
            int _ = database.sql("insert into outgoing_recipient (document_id, position, purpose, code, label)"
                            + " values (?, ?, ?, ?, ?)")
                    .param(id.value())
                    .param(position)
                    .param(line.purpose().name())
                    .param(code == null ? null : code.value())
                    .param(line.label())
                    .update();
        }
    }

    /** Adds agencies that are not there yet. */
    public static List<Recipient> with(List<Recipient> lines, Purpose purpose, List<Listed> agencies) {
        List<Recipient> all = new ArrayList<>(lines);
        for (Listed agency : agencies) {
            boolean known = all.stream().anyMatch(line -> agency.code().equals(line.code()));
            if (!known) {
                all.add(new Recipient(purpose, agency.code(), agency.name()));
            }
        }
        return all;
    }

    /** Adds the lines of a pasted block, each matched with the directory. */
    public List<Recipient> pasted(List<Recipient> lines, String block) {
        List<Recipient> all = new ArrayList<>(lines);
        for (PlacesBlock.Line line : PlacesBlock.read(block)) {
            if (line.purpose() == Purpose.FILE) {
                addOnce(all, new Recipient(Purpose.FILE, null, line.name()));
                continue;
            }
            List<Listed> meant = meant(line.name());
            if (meant.isEmpty()) {
                addOnce(all, new Recipient(line.purpose(), null, line.name()));
            }
            all = new ArrayList<>(with(all, line.purpose(), meant));
        }
        return all;
    }

    private List<Listed> meant(String name) {
        return switch (finder.match(name)) {
            case Match.Found(Listed agency) -> List.of(agency);
            case Match.Moved(List<Listed> successors) -> successors.size() == 1 ? successors : List.of();
            case Match.Unclear _ -> List.of();
        };
    }

    private static void addOnce(List<Recipient> all, Recipient line) {
        boolean known = all.stream()
                .anyMatch(other -> other.code() == null
                        && other.purpose() == line.purpose()
                        && other.label().equals(line.label()));
        if (!known) {
            all.add(line);
        }
    }

    /** What a person can choose for a line that is still open. */
    public List<Listed> near(Recipient line) {
        return switch (finder.match(line.label())) {
            case Match.Found(Listed agency) -> List.of(agency);
            case Match.Moved(List<Listed> successors) -> successors;
            case Match.Unclear(List<Listed> near) -> near;
        };
    }

    /** The agency of a code as it was typed; empty when there is none. */
    public Optional<Listed> typed(String code) {
        return finder.match(code) instanceof Match.Found(Listed agency) ? Optional.of(agency) : Optional.empty();
    }
}
