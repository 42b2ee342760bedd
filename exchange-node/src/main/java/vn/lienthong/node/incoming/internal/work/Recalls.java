package vn.lienthong.node.incoming.internal.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Steps;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.DocumentTrace;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.StatementListener;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.web.DateText;

/**
 * Makes a tombstone of a document that the agency has given back: what is known about it stays, its files are shown no more. And
 * tells whoever decides about it what has happened to it here.
 */
@Component
@InNodeRole
class Recalls implements StatementListener, DocumentTrace {

    private static final Logger LOG = LoggerFactory.getLogger(Recalls.class);

    private final DocumentRows rows;
    private final Steps steps;
    private final Acts acts;
    private final Statements statements;
    private final MessageSource messages;

    Recalls(DocumentRows rows, Steps steps, Acts acts, Statements statements, MessageSource messages) {
        this.rows = rows;
        this.steps = steps;
        this.acts = acts;
        this.statements = statements;
        this.messages = messages;
    }

    @Override
    public void stated(KeptStatement kept) {
        Statement statement = kept.statement();
        if (statement.kind() == StatementKind.ANSWER
                && statement.status() == Known.AGREED
                && isRecalled(
                        statement.subject().parcelId(), statement.subject().from())) {
            rows.lockParcel(statement.subject().parcelId(), statement.subject().from())
                    .filter(document -> document.state().allows(IncomingAct.RECALL))
                    .ifPresent(document -> bury(document, statement.words().text()));
        }
    }

    /** Agreeing to an update or a replacement leaves the document where it is. */
    private boolean isRecalled(ParcelId parcel, AgencyCode recipient) {
        return statements.standing(parcel, recipient).map(Standing::status).orElse(null) == Known.AGREED;
    }

    private void bury(IncomingDocument document, String words) {
        IncomingDocument recalled = acts.move(document, Steps.Doer.PROGRAM, IncomingAct.RECALL, words);
        LOG.info("record {} was given back to its sender", recalled.id());
    }

    @Override
    public List<String> of(ParcelId parcel, AgencyCode recipient, Locale language) {
        Optional<IncomingDocument> document = rows.findParcel(parcel, recipient);
        List<String> sentences = new ArrayList<>();
        document.ifPresent(found -> steps.of(found.id()).stream()
                .filter(step -> step.act() != IncomingAct.ARRIVE)
                .forEach(step -> sentences.add(sentence(step, language))));
        return sentences;
    }

    private String sentence(Steps.Step step, Locale language) {
        String act = messages.getMessage("incoming.act." + step.act().slug(), null, language);
        String who = step.doer().name().isEmpty() ? "" : " (" + step.doer().name() + ")";
        String words = step.words().isEmpty() ? "" : ": " + step.words();
        return DateText.write(step.at()) + " – " + act + who + words;
    }
}
