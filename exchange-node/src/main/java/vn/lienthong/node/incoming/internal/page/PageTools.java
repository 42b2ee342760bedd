package vn.lienthong.node.incoming.internal.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.Request;
import vn.lienthong.node.statement.Statements;

/** What most pages need: the record of looks, the answers, and how records are shown. */
@Component
@InNodeRole
class PageTools {

    private final Looks looks;
    private final Answers answers;
    private final Presentation presentation;
    private final Statements statements;
    private final RecipientActs acts;

    PageTools(Looks looks, Answers answers, Presentation presentation, Statements statements, RecipientActs acts) {
        this.statements = statements;
        this.acts = acts;
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

    /** All that sender and recipient have stated about a document, oldest first; nothing for papers. */
    List<KeptStatement> said(IncomingDocument document) {
        return Optional.ofNullable(document.origin().parcelId()).stream()
                .flatMap(parcel -> statements.history(parcel, document.agency()).stream())
                .toList();
    }

    /** What the sender asks about a document and nobody here has answered; empty for papers. */
    Optional<Request> openRequest(IncomingDocument document) {
        return Optional.ofNullable(document.origin().parcelId())
                .flatMap(parcel -> acts.request(Set.of(document.agency()), parcel, document.agency()))
                .filter(Request::isOpen);
    }
}
