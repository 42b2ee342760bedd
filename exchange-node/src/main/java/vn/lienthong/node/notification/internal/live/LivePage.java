package vn.lienthong.node.notification.internal.live;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.NavigationBadge;
import vn.lienthong.node.web.NothingHereException;

/** The stream of a page: names of topics, nothing else. */
@Controller
class LivePage {
    private final LiveStreams streams;
    private final ObjectProvider<NavigationBadge> badges;

    LivePage(LiveStreams streams, ObjectProvider<NavigationBadge> badges) {
        this.streams = streams;
        this.badges = badges;
    }

    @GetMapping("/live")
    ResponseEntity<SseEmitter> live(@AuthenticationPrincipal Person person) {
        // Without content the browser does not try again, and the page asks every half minute.
        return streams.open(person)
                .map(emitter -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .header("X-Accel-Buffering", "no")
                        .body(emitter))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/live/badges/{section}")
    String badge(@AuthenticationPrincipal Person person, @PathVariable String section, Model model) {
        NavigationBadge badge = badges.stream()
                .filter(known -> known.section().equals(section))
                .findFirst()
                .orElseThrow(NothingHereException::new);
        model.addAttribute("section", section);
        model.addAttribute("number", badge.number(person));
        return "ui/badge :: badge(section=${section},number=${number})";
    }
}
