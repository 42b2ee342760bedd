package vn.lienthong.node.register.internal;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.web.Notice;

/** Books in forms: the version that somebody has seen, and what became of the change. */
final class KeptVersion {

    private KeptVersion() {}

    /** The book as the form has seen it: with the version that it carries, so that a change in between is noticed. */
    static Book of(Book now, Map<String, String> typed) {
        int seen = RegisterAccess.number(typed.getOrDefault("version", ""))
                .map(Long::intValue)
                .orElse(-1);
        return new Book(
                now.id(),
                now.agency(),
                now.kind(),
                now.line(),
                now.name(),
                now.bloc(),
                now.period(),
                now.policy(),
                now.symbol(),
                now.keeper(),
                now.standard(),
                now.status(),
                seen);
    }

    /** Goes on to a page that tells what became of it. */
    static String tell(KeepAnswer answer, String done, String path, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                switch (answer) {
                    case KeepAnswer.Done(Book now) -> Notice.success(done, now.title());
                    case KeepAnswer.Overtaken(Book now) -> Notice.warning("register.book.overtaken", now.title());
                    case KeepAnswer.Refused(String key, List<Object> arguments) ->
                        Notice.warning(key, arguments.toArray());
                });
        return "redirect:" + path;
    }
}
