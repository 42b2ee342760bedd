package vn.lienthong.node.web.internal;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.web.NothingHereException;

/** {@code /problems/LT-nnnn}: what an error means, who must act and whether to try again. The {@code type} of every problem. */
@Controller
class ProblemPage {
    private final MessageSource messages;

    ProblemPage(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/problems/{code}")
    String explain(@PathVariable String code, Locale locale, Model model) {
        ErrorCode known = ErrorCode.find(code).orElseThrow(NothingHereException::new);
        Locale language = Language.supported(locale);
        boolean english = language.equals(Locale.ENGLISH);
        String title = english ? known.english() : known.vietnamese();
        model.addAttribute("code", known);
        model.addAttribute("name", title);
        model.addAttribute("other", english ? known.vietnamese() : known.english());
        model.addAttribute(
                "actor", english ? known.actor().english() : known.actor().vietnamese());
        model.addAttribute("meaning", messages.getMessage("problem." + known.code(), null, title + ".", language));
        return "problem";
    }
}
