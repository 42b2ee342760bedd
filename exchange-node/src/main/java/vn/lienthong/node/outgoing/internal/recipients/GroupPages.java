package vn.lienthong.node.outgoing.internal.recipients;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The directory as a tree, and the groups of recipients that clerks keep. */
@InNodeRole
@Controller
class GroupPages {

    private static final int FOUND = 50;
    private static final int LONGEST_NAME = 100;

    private final Groups groups;
    private final AgencyFinder finder;

    GroupPages(Groups groups, AgencyFinder finder) {
        this.groups = groups;
        this.finder = finder;
    }

    @GetMapping("/groups")
    String list(
            @AuthenticationPrincipal Person clerk,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String under,
            Model model) {
        Optional<AgencyCode> above = code(under);
        List<Groups.Group> all = new ArrayList<>();
        clerk.agencies(Permission.SEND_DOCUMENTS).stream()
                .sorted()
                .forEach(agency -> all.addAll(groups.of(clerk, agency)));
        model.addAttribute("groups", all);
        model.addAttribute("agencies", finder.names(clerk.agencies(Permission.SEND_DOCUMENTS)));
        model.addAttribute("q", q);
        model.addAttribute("above", above.flatMap(finder::byCode).orElse(null));
        model.addAttribute("listed", q.isBlank() ? finder.below(above, FOUND) : finder.search(q, FOUND));
        return "outgoing/groups";
    }

    private static Optional<AgencyCode> code(String text) {
        return AgencyCode.check(text) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                ? Optional.of(code)
                : Optional.empty();
    }

    @PostMapping("/groups")
    String create(
            @AuthenticationPrincipal Person clerk,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String members,
            @RequestParam(defaultValue = "") String shared,
            RedirectAttributes redirect) {
        Optional<AgencyCode> own = code(agency)
                .or(() -> clerk.agencies(Permission.SEND_DOCUMENTS).stream().min(AgencyCode::compareTo));
        String called = name.strip();
        if (called.isEmpty()
                || called.length() > LONGEST_NAME
                || own.filter(code -> clerk.may(Permission.SEND_DOCUMENTS, code))
                        .isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("outgoing.group.name"));
            return "redirect:/groups";
        }
        Read read = read(members);
        groups.create(clerk, own.get(), called, shared.equals("yes"), read.codes());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, told(read, called));
        return "redirect:/groups";
    }

    /** What was read from lines of codes, names or a pasted block. */
    private record Read(List<AgencyCode> codes, List<String> unknown) {}

    private Read read(String text) {
        Set<AgencyCode> codes = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (PlacesBlock.Line line : PlacesBlock.read(text)) {
            switch (finder.match(line.name())) {
                case Match.Found(Listed agency) -> codes.add(agency.code());
                case Match.Moved(List<Listed> successors) -> successors.forEach(agency -> codes.add(agency.code()));
                case Match.Unclear _ -> unknown.add(line.name());
            }
        }
        return new Read(List.copyOf(codes), List.copyOf(unknown));
    }

    private static Notice told(Read read, String name) {
        return read.unknown().isEmpty()
                ? Notice.success("outgoing.group.saved", name, read.codes().size())
                : Notice.warning("outgoing.group.partly", name, read.codes().size(), String.join("; ", read.unknown()));
    }

    /**
     * A member of a group.
     *
     * @param code of the agency
     * @param name of the agency; empty when the code has ended
     */
    record Member(AgencyCode code, String name) {}

    @GetMapping("/groups/{id}")
    String edit(@AuthenticationPrincipal Person clerk, @PathVariable long id, Model model) {
        Groups.Group group = groups.find(clerk, id).orElseThrow(NothingHereException::new);
        model.addAttribute("group", group);
        model.addAttribute(
                "members",
                group.members().stream()
                        .map(code -> new Member(
                                code, finder.byCode(code).map(Listed::name).orElse("")))
                        .toList());
        model.addAttribute(
                "lines", group.members().stream().map(AgencyCode::value).collect(Collectors.joining("\n")));
        return "outgoing/group";
    }

    @PostMapping("/groups/{id}")
    String save(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam long version,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        Groups.Group group = groups.find(clerk, id).orElseThrow(NothingHereException::new);
        if (parameters.containsKey("remove")) {
            groups.remove(group);
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("outgoing.group.removed", group.name()));
            return "redirect:/groups";
        }
        String name = parameters.getOrDefault("name", "").strip();
        Read read = read(parameters.getOrDefault("members", ""));
        boolean fits = !name.isEmpty() && name.length() <= LONGEST_NAME;
        boolean done = fits && group.version() == version && groups.change(group, name, read.codes());
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, done ? told(read, name) : Notice.warning("outgoing.group.changed", group.name()));
        return "redirect:/groups/" + id;
    }
}
