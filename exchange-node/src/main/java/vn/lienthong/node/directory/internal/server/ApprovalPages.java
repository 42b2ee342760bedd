package vn.lienthong.node.directory.internal.server;

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
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.node.directory.internal.server.ApprovalTable.Proposal;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InDirectoryRole;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.PageAccess;

/** Where somebody who watches over the directory confirms, as the second person, that a node may handle state secrets. */
@Controller
@InDirectoryRole
class ApprovalPages implements PageAccess {

    private static final String PATH = "/directory/approvals";

    private final NodeApprovals approvals;

    ApprovalPages(NodeApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(PATH, PATH + "/**").hasAuthority(Permission.HANDLE_ALERTS.authority());
    }

    /**
     * A proposal beside what counts.
     *
     * @param wished what is proposed
     * @param present the level of the node now
     */
    record Row(Proposal wished, Secrecy present) {}

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute(
                "proposals",
                approvals.open().stream()
                        .map(proposal -> new Row(proposal, approvals.present(proposal.node())))
                        .toList());
        return "directory-approvals";
    }

    @PostMapping(PATH)
    String decide(
            @AuthenticationPrincipal Person person,
            @RequestParam String proposal,
            @RequestParam String decision,
            RedirectAttributes redirect) {
        String by = person.login().value();
        Optional<UUID> id = CanonicalUuid.parse(proposal);
        boolean confirms = decision.equals("confirm");
        boolean known = confirms || decision.equals("reject");
        boolean done = known
                && id.isPresent()
                && (confirms ? approvals.confirm(id.get(), by) : approvals.reject(id.get(), by));
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                done
                        ? Notice.success(confirms ? "directory.approvals.confirmed" : "directory.approvals.rejected")
                        : Notice.warning("directory.approvals.gone"));
        return "redirect:" + PATH;
    }
}
