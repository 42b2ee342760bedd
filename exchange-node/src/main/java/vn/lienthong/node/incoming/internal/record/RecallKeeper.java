package vn.lienthong.node.incoming.internal.record;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.DocumentTrace;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.StatementListener;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.web.DateText;

/**
 * Makes the record of a document a tombstone in the transaction in which the agency agrees to its recall, and tells whoever has to
 * decide about that what has happened to the document here.
 */
@Component
@InNodeRole
class RecallKeeper implements StatementListener, DocumentTrace {

    private final ParcelParties parties;
    private final Statements statements;
    private final DocumentRows rows;
    private final Steps steps;
    private final MessageSource words;
    private final InstantSource clock;

    RecallKeeper(
            ParcelParties parties,
            Statements statements,
            DocumentRows rows,
            Steps steps,
            MessageSource words,
            InstantSource clock) {
        this.parties = parties;
        this.statements = statements;
        this.rows = rows;
        this.steps = steps;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public void stated(KeptStatement kept) {
        Statement statement = kept.statement();
        if (statement.kind() == StatementKind.ANSWER
                && statement.status() == Known.AGREED
                && isRecalled(
                        statement.subject().parcelId(), statement.subject().from())) {
            record(statement.subject().parcelId(), statement.subject().from())
                    .ifPresent(document -> bury(document, statement.words().text()));
        }
    }

    /** Agreeing to an update or a replacement leaves the document where it is. */
    private boolean isRecalled(ParcelId parcel, AgencyCode recipient) {
        return statements.standing(parcel, recipient).map(Standing::status).orElse(null) == Known.AGREED;
    }

    private void bury(IncomingDocument document, String why) {
        document.state().after(IncomingAct.RECALL).ifPresent(next -> {
            rows.move(document, next, clock.instant());
            steps.write(document.id(), Steps.Doer.PROGRAM, IncomingAct.RECALL, next, why);
        });
    }

    private Optional<IncomingDocument> record(ParcelId parcel, AgencyCode recipient) {
        return parties.arrived(parcel, recipient)
                .map(ParcelParties.Arrived::entryId)
                .flatMap(rows::lockEntry);
    }

    @Override
    @Transactional
    public List<String> of(ParcelId parcel, AgencyCode recipient, Locale language) {
        return record(parcel, recipient).stream()
                .flatMap(document -> steps.of(document.id()).stream())
                .filter(step -> step.act() != IncomingAct.ARRIVE)
                .map(step -> line(step, language))
                .toList();
    }

    private String line(Steps.Step step, Locale language) {
        String key = "incoming.act." + step.act().slug();
        String done = DateText.write(step.at()) + " – "
                + words.getMessage(key, null, step.act().name(), language);
        return step.doer().name().isEmpty() ? done : done + " (" + step.doer().name() + ")";
    }
}
