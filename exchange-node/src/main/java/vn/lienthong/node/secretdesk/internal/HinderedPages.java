package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import vn.lienthong.node.identity.StepUp;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.web.Notice;

/** Where somebody goes whom a rule stopped: to the second factor, to the PIN, to the keys, or back with the reason in words. */
@ControllerAdvice(
        assignableTypes = {
            BookPages.class,
            DeskPages.class,
            DocumentActs.class,
            DocumentPages.class,
            DraftActs.class,
            DraftPages.class,
            KeyPages.class,
            KnowerPages.class,
            PolicyPages.class,
            RecipientPages.class,
            ReleasePages.class,
            TimesPages.class
        })
@InNodeRole
@Order(Ordered.HIGHEST_PRECEDENCE)
class HinderedPages {

    private final StepUp stepUp;

    HinderedPages(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    /** Answers null when the answer is written: what is hidden is not there. */
    @ExceptionHandler
    @Nullable
    ModelAndView hindered(HinderedPageException stop, HttpServletResponse response, RedirectAttributes flash)
            throws IOException {
        return switch (stop.why()) {
            case HIDDEN -> {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                yield null;
            }
            case STEP_UP -> to(stepUp.page(stop.back()));
            case LOCKED, LOCKED_OUT -> to(unlock(stop.back()));
            case NO_KEYS -> to("/secret/keys");
            default -> {
                flash.addFlashAttribute(Notice.ATTRIBUTE, notice(stop.why(), stop.detail()));
                yield to(stop.back());
            }
        };
    }

    private static ModelAndView to(String page) {
        return new ModelAndView("redirect:" + page);
    }

    /** The page that asks for the PIN, and leads back. */
    static String unlock(String next) {
        return "/secret/unlock?next=" + UriUtils.encodeQueryParam(next, StandardCharsets.UTF_8);
    }

    static Notice notice(Hindrance why, String detail) {
        return Notice.warning("secret.why." + why.slug(), detail);
    }
}
