package vn.lienthong.node.incoming.internal.page;

import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;

/** What most pages need: the record of looks, the answers, and how records are shown. */
@Component
@InNodeRole
class PageTools {

    private final Looks looks;
    private final Answers answers;
    private final Presentation presentation;

    PageTools(Looks looks, Answers answers, Presentation presentation) {
        this.looks = looks;
        this.answers = answers;
        this.presentation = presentation;
    }

    Looks looks() {
        return looks;
    }

    Answers answers() {
        return answers;
    }

    Presentation presentation() {
        return presentation;
    }
}
