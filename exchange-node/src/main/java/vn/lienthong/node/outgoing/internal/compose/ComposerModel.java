package vn.lienthong.node.outgoing.internal.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.recipients.AgencyFinder;
import vn.lienthong.node.outgoing.internal.recipients.Groups;
import vn.lienthong.node.outgoing.internal.sending.EarlierDocuments;
import vn.lienthong.node.outgoing.internal.sending.OutgoingNumbering;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;

/** Fills the page of the composer. */
@InNodeRole
@Component
class ComposerModel {

    private static final int FOUND = 12;

    private final ComposerViews views;
    private final AgencyFinder finder;
    private final Groups groups;
    private final OutgoingNumbering numbering;
    private final EarlierDocuments earlier;
    private final AccountDirectory accounts;

    ComposerModel(
            ComposerViews views,
            AgencyFinder finder,
            Groups groups,
            OutgoingNumbering numbering,
            EarlierDocuments earlier,
            AccountDirectory accounts) {
        this.views = views;
        this.finder = finder;
        this.groups = groups;
        this.numbering = numbering;
        this.earlier = earlier;
        this.accounts = accounts;
    }

    /**
     * Who changed a document last.
     *
     * @param who name for people
     * @param document as that person left it
     */
    record Changed(String who, Outgoing document) {}

    void show(Model model, Person clerk, Outgoing document, Typed typed, String question) {
        ComposerView view = views.of(document, typed);
        model.addAttribute("view", view);
        model.addAttribute("q", question);
        model.addAttribute("found", question.isBlank() ? List.of() : finder.search(question, FOUND));
        model.addAttribute("groups", groups.of(clerk, document.agency()));
        model.addAttribute("books", numbering.books(document.agency()));
        model.addAttribute("types", types(document, typed));
        model.addAttribute("expected", numbering.expected(document, typed).orElse(""));
        model.addAttribute("urgencies", urgencies());
        model.addAttribute("secrecies", secrecies());
        showEarlier(model, document, "");
    }

    /** What was found among earlier documents, to refer to one. */
    void showEarlier(Model model, Outgoing document, String question) {
        model.addAttribute("ref", question);
        model.addAttribute("earlier", earlier.search(document.agency(), question));
    }

    void conflict(Model model, Person clerk, Outgoing other, Typed typed) {
        show(model, clerk, other, typed, "");
        model.addAttribute("other", names(other));
    }

    void secret(Model model, Person clerk, Outgoing document, Typed typed) {
        show(model, clerk, document, typed.with(Field.SECRECY, ""), "");
        model.addAttribute("secret", true);
    }

    Changed names(Outgoing other) {
        String login = other.changes().changedBy();
        String name = LoginName.parse(login)
                .flatMap(accounts::numberOf)
                .flatMap(number ->
                        Optional.ofNullable(accounts.called(List.of(number)).get(number)))
                .map(AccountDirectory.Called::displayName)
                .orElse(login);
        return new Changed(name, other);
    }

    private List<Choice> types(Outgoing document, Typed typed) {
        List<String> known = numbering.types(document.agency());
        String chosen = typed.get(Field.TYPE);
        Stream<String> extra = chosen.isEmpty() || known.contains(chosen) ? Stream.of() : Stream.of(chosen);
        return Stream.concat(
                        Stream.of(Choice.of("", "outgoing.choose")),
                        Stream.concat(extra, known.stream()).map(name -> Choice.literal(name, name)))
                .toList();
    }

    private static List<Choice> urgencies() {
        return Arrays.stream(Urgency.values())
                .map(level -> Choice.of(Integer.toString(level.level()), "outgoing.urgency." + level.level()))
                .toList();
    }

    private static List<Choice> secrecies() {
        return Arrays.stream(Secrecy.values())
                .map(level -> Choice.of(
                        level.name(),
                        "outgoing.secrecy."
                                + level.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }
}
