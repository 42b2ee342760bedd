package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, also after a failed attempt. */
@Controller
class SignInPage {
    private static final int LONGEST_NAME = 64;

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute("next", LocalPath.orHome(next));
        model.addAttribute("out", out != null);
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
        model.addAttribute("problem", problem);
        model.addAttribute("minutes", request.getAttribute(SignInRefused.MINUTES));
        model.addAttribute("login", typedName(request));
        return "sign-in";
    }

    private static String typedName(HttpServletRequest request) {
        String typed = request.getParameter("login");
        return typed == null || typed.length() > LONGEST_NAME ? "" : typed;
    }
}
