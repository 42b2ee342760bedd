package vn.lienthong.node.officer.internal;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.audit.export.ExportDecision;
import vn.lienthong.node.audit.export.Exports;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Where a second officer decides about exports in which events about state secrets may be. */
@Controller
class ExportApprovalPages {
    private final Exports exports;

    ExportApprovalPages(Exports exports) {
        this.exports = exports;
    }

    @PostMapping("/exports/{id}/approve")
    String approve(@AuthenticationPrincipal Person officer, @PathVariable UUID id, RedirectAttributes redirect) {
        return decide(officer, id, true, redirect);
    }

    @PostMapping("/exports/{id}/reject")
    String reject(@AuthenticationPrincipal Person officer, @PathVariable UUID id, RedirectAttributes redirect) {
        return decide(officer, id, false, redirect);
    }

    private String decide(Person officer, UUID id, boolean approve, RedirectAttributes redirect) {
        Notice notice = switch (exports.decide(id, approve, officer.login().value())) {
            case ExportDecision.Decided _ ->
                Notice.success(approve ? "officer.approval.approved" : "officer.approval.rejected");
            case ExportDecision.OwnRequest _ -> Notice.warning("officer.approval.own");
            case ExportDecision.TooLate _ -> Notice.warning("officer.approval.late");
            case ExportDecision.Absent _ -> throw new NothingHereException();
        };
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return "redirect:/exports/" + id;
    }
}
