package vn.lienthong.node.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleFault;
import vn.lienthong.node.identity.RolePermissions;
import vn.lienthong.node.identity.SeparationOfDuties;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What roles carry, what is wrong with the rights of people, and changes of a role by two administrators. */
@Controller
@InNodeRole
class RightsPages {
    private final RolePermissions roles;
    private final RightsHealth health;
    private final Gate gate;

    RightsPages(RolePermissions roles, RightsHealth health, Gate gate) {
        this.roles = roles;
        this.health = health;
        this.gate = gate;
    }

    @GetMapping(PeopleConfiguration.RIGHTS)
    String rights(@AuthenticationPrincipal Person person, HttpServletRequest request, Model model) {
        Map<Role, Set<Permission>> carried = new EnumMap<>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> carried.put(role, roles.of(role)));
        model.addAttribute("findings", health.findings(person));
        model.addAttribute("roles", Role.values());
        model.addAttribute("permissions", Permission.values());
        model.addAttribute("carried", carried);
        model.addAttribute("pairs", SeparationOfDuties.pairs());
        model.addAttribute("wishes", roles.waiting());
        model.addAttribute("changes", person.may(Permission.MANAGE_ACCOUNTS));
        model.addAttribute("clears", person.may(Permission.PROPOSE_CLEARANCES));
        model.addAttribute("reviews", person.may(Permission.REVIEW_ACCESS));
        model.addAttribute("self", person.login());
        model.addAttribute(
                "choices",
                Stream.concat(
                                Stream.of(Choice.of("", "people.wish.choose")),
                                Arrays.stream(Permission.values())
                                        .map(one -> Choice.of(one.name(), "integration.permission." + one.name())))
                        .toList());
        model.addAttribute(
                "roleChoices",
                Stream.concat(
                                Stream.of(Choice.of("", "people.wish.choose")),
                                Arrays.stream(Role.values()).map(role -> Choice.of(role.name(), "role." + role.slug())))
                        .toList());
        model.addAttribute(
                "waysChoices", List.of(Choice.of("give", "people.wish.give"), Choice.of("take", "people.wish.take")));
        gate.show(request, PeopleConfiguration.RIGHTS, model);
        return "people/rights";
    }

    @PostMapping("/people/rights/wishes")
    String wish(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String permission,
            @RequestParam(defaultValue = "give") String way,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Optional<String> elsewhere = gate.instead(request, PeopleConfiguration.RIGHTS);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Optional<Role> which = named(Role.values(), role);
        Optional<Permission> what = named(Permission.values(), permission);
        Notice notice = which.isEmpty() || what.isEmpty()
                ? Notice.warning("people.wish.missing")
                : notice(roles.wish(which.get(), what.get(), !way.equals("take"), person), "people.wish.waits");
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return "redirect:" + PeopleConfiguration.RIGHTS;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static Notice notice(Optional<RoleFault> fault, String done) {
        return fault.map(why -> Notice.warning("people.wish.fault." + why.name()))
                .orElseGet(() -> Notice.success(done));
    }

    @PostMapping("/people/rights/wishes/{id}")
    String decide(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String then,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Optional<String> elsewhere = gate.instead(request, PeopleConfiguration.RIGHTS);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Notice notice = switch (then) {
            case "confirm" -> notice(roles.confirm(id, person), "people.wish.done");
            case "drop" -> notice(roles.drop(id, person), "people.wish.dropped");
            default -> throw new NothingHereException();
        };
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return "redirect:" + PeopleConfiguration.RIGHTS;
    }
}
