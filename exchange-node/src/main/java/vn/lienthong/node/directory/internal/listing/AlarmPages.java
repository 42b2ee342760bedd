package vn.lienthong.node.directory.internal.listing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.node.directory.DirectoryAlarms;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.PageAccess;

/** Where a security officer sees what the directory did unasked, and closes an alarm with what was found. */
@Controller
class AlarmPages implements PageAccess {

    private static final String PATH = "/directory/alarms";
    private static final int MOST = 200;
    private static final int LONGEST = 500;

    private final DirectoryAlarms alarms;

    AlarmPages(DirectoryAlarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(PATH, PATH + "/**").hasAuthority(Permission.HANDLE_ALERTS.authority());
    }

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute("alarms", alarms.list(MOST));
        return "directory-alarms";
    }

    @PostMapping(PATH)
    String resolve(
            @AuthenticationPrincipal Person officer,
            @RequestParam String alarm,
            @RequestParam String note,
            RedirectAttributes redirect) {
        Optional<UUID> id = CanonicalUuid.parse(alarm);
        String found = note.strip();
        boolean fits = !found.isEmpty() && found.length() <= LONGEST;
        boolean done = fits
                && id.isPresent()
                && alarms.resolve(id.get(), officer.login().value(), found);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                done ? Notice.success("directory.alarms.done") : Notice.warning("directory.alarms.not-done"));
        return "redirect:" + PATH;
    }
}
