package vn.lienthong.node.outgoing.internal.tracking;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.History;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.web.Notice;

/** Reminds all recipients of many documents that have not finished them. */
@InNodeRole
@Controller
class RemindPages {

    private static final int MOST_AT_ONCE = 30;

    private final Drafts drafts;
    private final SentReach reach;
    private final SenderActs acts;
    private final History history;

    RemindPages(Drafts drafts, SentReach reach, SenderActs acts, History history) {
        this.drafts = drafts;
        this.reach = reach;
        this.acts = acts;
        this.history = history;
    }

    @PostMapping("/tracking/remind")
    String remind(
            @AuthenticationPrincipal Person clerk,
            @RequestParam(required = false) @Nullable List<Long> chosen,
            RedirectAttributes redirect) {
        List<Long> ids = chosen == null ? List.of() : chosen.subList(0, Math.min(MOST_AT_ONCE, chosen.size()));
        long reminded = ids.stream()
                .map(id -> drafts.edit(clerk, new OutgoingId(id)))
                .mapToLong(document -> remind(clerk, document))
                .sum();
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                ids.isEmpty()
                        ? Notice.warning("outgoing.many.none")
                        : reminded == 0
                                ? Notice.warning("outgoing.many.nobody")
                                : Notice.success("outgoing.many.reminded", reminded));
        return "redirect:/tracking";
    }

    /** Whom a reminder reached too recently, or who has finished, is left alone. */
    private long remind(Person clerk, Outgoing document) {
        List<Tracked> wanted =
                reach.rows(document).stream().filter(Tracked::remindable).toList();
        long reminded = wanted.stream().filter(row -> isReminded(document, row)).count();
        if (reminded > 0) {
            history.note(document.id(), clerk.login().value(), History.Deed.REMINDED, Long.toString(reminded));
        }
        return reminded;
    }

    private boolean isReminded(Outgoing document, Tracked row) {
        SenderAct act =
                new SenderAct(row.parcelId(), Set.of(document.agency()), Set.of(row.code()), StatementWords.NONE, null);
        return acts.remind(act) instanceof SenderAnswer.Done done && done.count(SenderAnswer.Result.SENT) > 0;
    }
}
