package vn.lienthong.node.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.node.identity.StepUp;

/** Lets nobody change the rights of others from a screen that was left open. */
@Component
class Gate {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final StepUp stepUp;

    Gate(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    /** Tells the page whether forms may be shown, and where to show the second factor first. */
    void show(HttpServletRequest request, String page, Model model) {
        model.addAttribute("fresh", stepUp.fresh(request, FRESH));
        model.addAttribute("stepUp", stepUp.page(page));
    }

    /** Where to go instead of doing what was asked; empty when it may be done. */
    Optional<String> instead(HttpServletRequest request, String page) {
        return stepUp.fresh(request, FRESH) ? Optional.empty() : Optional.of("redirect:" + stepUp.page(page));
    }
}
