package vn.lienthong.node.outgoing.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.SaveAnswer;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileId;
import vn.lienthong.node.outgoing.internal.recipients.Groups;
import vn.lienthong.node.outgoing.internal.recipients.Listed;
import vn.lienthong.node.outgoing.internal.recipients.Purpose;
import vn.lienthong.node.outgoing.internal.recipients.Recipient;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.outgoing.internal.sending.EarlierDocuments;
import vn.lienthong.node.outgoing.internal.suggestion.Suggestions;
import vn.lienthong.node.platform.InNodeRole;

/** Does what the buttons of the composer ask for, after what was typed has been kept. */
@InNodeRole
@Component
class ComposerDeeds {

    private final Drafts drafts;
    private final DraftFiles files;
    private final RecipientLines recipients;
    private final Groups groups;
    private final EarlierDocuments earlier;

    ComposerDeeds(Drafts drafts, DraftFiles files, RecipientLines recipients, Groups groups, EarlierDocuments earlier) {
        this.drafts = drafts;
        this.files = files;
        this.recipients = recipients;
        this.groups = groups;
        this.earlier = earlier;
    }

    /** Where the page goes on: the anchor of the step that was worked on. */
    String perform(Person clerk, Outgoing document, Deed deed, Map<String, String> parameters) {
        return switch (deed.verb()) {
            case "remove-file" -> {
                file(document, deed).ifPresent(file -> files.remove(clerk, document, file));
                yield "#files";
            }
            case "up-file" -> {
                file(document, deed).ifPresent(file -> files.moveUp(document, file));
                yield "#files";
            }
            case "use" -> use(clerk, document, deed.object());
            case "answers", "replaces", "corrects" -> refer(clerk, document, deed);
            case "find" -> "#found";
            default -> {
                change(clerk, document, lines -> recipients(lines, deed, clerk, document, parameters));
                yield "#recipients";
            }
        };
    }

    private Optional<DraftFile> file(Outgoing document, Deed deed) {
        return FileId.parse(deed.object()).flatMap(id -> files.find(document.id(), id));
    }

    private String use(Person clerk, Outgoing document, String field) {
        Suggestions suggestions = files.of(document.id()).stream()
                .filter(DraftFile::main)
                .map(file -> Suggestions.read(file.suggestion()))
                .findFirst()
                .orElse(Suggestions.NONE);
        if (field.equals("places")) {
            change(clerk, document, lines -> recipients.pasted(lines, suggestions.places()));
            return "#recipients";
        }
        Field.of(field).ifPresent(known -> {
            SaveAnswer _ = drafts.save(
                    clerk, document.id(), document.version(), document.typed().with(known, suggestions.of(field)));
        });
        return "#facts";
    }

    /** {@code answers:12}: refers to the document in line 12 of the agency's books. Several may be answered. */
    private String refer(Person clerk, Outgoing document, Deed deed) {
        Field field = Field.of(deed.verb()).orElse(Field.ANSWERS);
        earlier.find(document.agency(), deed.object()).ifPresent(found -> {
            String before = document.typed().get(Field.ANSWERS);
            boolean known = before.lines().anyMatch(line -> line.strip().equals(found.code()));
            String text =
                    field != Field.ANSWERS ? found.code() : known ? before : (before + "\n" + found.code()).strip();
            SaveAnswer _ = drafts.save(
                    clerk, document.id(), document.version(), document.typed().with(field, text));
        });
        return "#references";
    }

    private void change(Person clerk, Outgoing document, UnaryOperator<List<Recipient>> change) {
        SaveAnswer _ = recipients.change(clerk, document.id(), document.version(), change);
    }

    private List<Recipient> recipients(
            List<Recipient> lines, Deed deed, Person clerk, Outgoing document, Map<String, String> parameters) {
        Purpose purpose = Purpose.of(parameters.getOrDefault("purpose", "")).orElse(Purpose.ACTION);
        return switch (deed.verb()) {
            case "add" ->
                recipients
                        .typed(deed.object())
                        .map(agency -> RecipientLines.with(lines, purpose, List.of(agency)))
                        .orElse(lines);
            case "paste" -> recipients.pasted(lines, parameters.getOrDefault("block", ""));
            case "drop" -> without(lines, deed.index());
            case "drop-all" -> List.of();
            case "settle" -> settled(lines, deed);
            case "purpose" -> turned(lines, deed.index());
            case "group" ->
                RecipientLines.with(lines, purpose, groups.members(clerk, document.agency(), deed.object()));
            default -> lines;
        };
    }

    private static List<Recipient> without(List<Recipient> lines, int index) {
        List<Recipient> rest = new ArrayList<>(lines);
        if (index >= 0 && index < rest.size()) {
            rest.remove(index);
        }
        return rest;
    }

    /** {@code settle:4:H37.02}: line 4 means this agency; one that is there already leaves the line away. */
    private List<Recipient> settled(List<Recipient> lines, Deed deed) {
        Deed which = Deed.of(deed.object());
        int index = Deed.of(":" + which.verb()).index();
        Optional<Listed> agency = recipients.typed(which.object());
        if (index < 0 || index >= lines.size() || agency.isEmpty()) {
            return lines;
        }
        Recipient open = lines.get(index);
        List<Recipient> rest = without(lines, index);
        boolean known = rest.stream().anyMatch(line -> agency.get().code().equals(line.code()));
        if (!known) {
            rest.add(
                    index,
                    new Recipient(
                            open.purpose(), agency.get().code(), agency.get().name()));
        }
        return rest;
    }

    /** The next purpose of those that are sent. */
    private static List<Recipient> turned(List<Recipient> lines, int index) {
        if (index < 0 || index >= lines.size()) {
            return lines;
        }
        Recipient line = lines.get(index);
        Purpose next = switch (line.purpose()) {
            case ACTION -> Purpose.REPORT;
            case REPORT -> Purpose.INFORMATION;
            case INFORMATION, FILE -> Purpose.ACTION;
        };
        List<Recipient> all = new ArrayList<>(lines);
        all.set(index, new Recipient(next, line.code(), line.label()));
        return all;
    }
}
