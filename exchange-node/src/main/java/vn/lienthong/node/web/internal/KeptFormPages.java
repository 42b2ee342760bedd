package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.web.Notice;

/** Where a form that came after its session goes on: to the page that shows it filled, or to its bare words when no page does. */
@Controller
class KeptFormPages {
    static final String PATH = "/kept-form";
    static final String OPEN = PATH + "/open";

    @GetMapping(OPEN)
    String open(HttpServletRequest request, RedirectAttributes redirect) {
        HttpSession session = request.getSession();
        if (session.getAttribute(FormKeeping.FOREIGN) != null) {
            session.removeAttribute(FormKeeping.FOREIGN);
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("kept.of-another"));
            return "redirect:/";
        }
        return FormKeeping.waiting(session)
                .map(kept -> "redirect:" + kept.page())
                .orElse("redirect:/");
    }

    @GetMapping(PATH)
    String show(HttpServletRequest request, Model model) {
        Optional<KeptForm> kept = FormKeeping.waiting(request.getSession(false));
        if (kept.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("texts", kept.get().texts());
        return "kept-form";
    }

    @PostMapping(PATH + "/discard")
    String discard(HttpServletRequest request, RedirectAttributes redirect) {
        request.getSession().removeAttribute(KeptForm.ATTRIBUTE);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("kept.discarded"));
        return "redirect:/";
    }

    /** Forgets the form when it was sent again and arrived. */
    @Configuration(proxyBeanMethods = false)
    static class Arrival implements WebMvcConfigurer, HandlerInterceptor {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
            if (!"POST".equals(request.getMethod())
                    || failure != null
                    || response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
                return;
            }
            HttpSession session = request.getSession(false);
            FormKeeping.waiting(session)
                    .filter(kept -> (kept.path() + "/").startsWith(request.getRequestURI() + "/"))
                    .ifPresent(_ -> forget(session));
        }

        private static void forget(@Nullable HttpSession session) {
            if (session != null) {
                session.removeAttribute(KeptForm.ATTRIBUTE);
            }
        }
    }
}
