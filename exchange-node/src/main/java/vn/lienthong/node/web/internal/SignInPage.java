package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, also after a failed attempt. */
@Controller
class SignInPage {
    /** Reached by forward from a form that came when there was no session for it. */
    static final String KEPT = "/sign-in/kept";

    private static final int LONGEST_NAME = 64;

    private final FormKeeping keeping;
    private final PublicAddress address;

    SignInPage(FormKeeping keeping, PublicAddress address) {
        this.keeping = keeping;
        this.address = address;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String out,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("next", LocalPath.orHome(next));
        model.addAttribute("out", out != null);
        model.addAttribute("passkey", address.site(request).isPresent());
        return "sign-in";
    }

    /** Reached by forward from the failed attempt; whoever types the path sees the plain page. */
    @RequestMapping(SignInRefused.PAGE)
    String refused(HttpServletRequest request, Model model) {
        Object problem = request.getAttribute(SignInRefused.PROBLEM);
        if (problem == null) {
            return "redirect:/sign-in";
        }
        model.addAttribute("next", LocalPath.orHome(request.getParameter("next")));
        model.addAttribute("out", false);
        model.addAttribute("passkey", address.site(request).isPresent());
        model.addAttribute("problem", problem);
        model.addAttribute("minutes", request.getAttribute(SignInRefused.MINUTES));
        model.addAttribute("login", typedName(request));
        keeping.carried(request).ifPresent(text -> model.addAttribute(FormKeeping.SEALED, text));
        return "sign-in";
    }

    @RequestMapping(KEPT)
    String kept(HttpServletRequest request, Model model) {
        if (!(request.getAttribute(LostForms.STATE) instanceof LostForms.State state)) {
            return "redirect:/sign-in";
        }
        model.addAttribute("out", false);
        model.addAttribute("passkey", address.site(request).isPresent());
        model.addAttribute("lost", state.name().toLowerCase(Locale.ROOT));
        if (request.getAttribute(FormKeeping.SEALED) instanceof String sealed) {
            model.addAttribute("next", KeptFormPages.OPEN);
            model.addAttribute(FormKeeping.SEALED, sealed);
        } else {
            model.addAttribute("next", "/");
        }
        return "sign-in";
    }

    private static String typedName(HttpServletRequest request) {
        String typed = request.getParameter("login");
        return typed == null || typed.length() > LONGEST_NAME ? "" : typed;
    }
}
