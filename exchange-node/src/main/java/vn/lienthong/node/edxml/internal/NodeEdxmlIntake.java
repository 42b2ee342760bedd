package vn.lienthong.node.edxml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.edxml.EdxmlFault;
import vn.lienthong.core.edxml.EdxmlReader;
import vn.lienthong.core.edxml.EdxmlReading;
import vn.lienthong.core.edxml.EdxmlRule;
import vn.lienthong.core.edxml.EdxmlStatus;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.documents.NoRoomException;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.edxml.EdxmlIntake;
import vn.lienthong.node.edxml.EdxmlRefusal.Kind;
import vn.lienthong.node.edxml.EdxmlTaken;
import vn.lienthong.node.platform.InNodeRole;

/** Takes edXML messages: read once into sealed pieces, then done what they ask for. */
@InNodeRole
@Component
class NodeEdxmlIntake implements EdxmlIntake {

    private final SealedPieces pieces;
    private final TimeOrderedIds ids;
    private final Letters letters;
    private final SenderSide senders;
    private final RecipientSide recipients;
    private final Parties parties;
    private final EdxmlReader reader;

    NodeEdxmlIntake(
            SealedPieces pieces,
            TimeOrderedIds ids,
            Letters letters,
            SenderSide senders,
            RecipientSide recipients,
            Parties parties,
            EdxmlProperties properties) {
        this.pieces = pieces;
        this.ids = ids;
        this.letters = letters;
        this.senders = senders;
        this.recipients = recipients;
        this.parties = parties;
        this.reader = new EdxmlReader(properties.limits());
    }

    @Override
    public EdxmlTaken take(EdxmlCall call, InputStream message) throws IOException {
        try (Spool spool = new Spool(pieces, ids)) {
            InputStream watched = spool.watching(message);
            return switch (reader.read(watched, spool)) {
                case EdxmlReading.Refused(EdxmlFault fault) -> Refusals.of(fault);
                case EdxmlReading.Status(EdxmlStatus status) -> {
                    Spool.drain(watched);
                    yield status(call, status);
                }
                case EdxmlReading.Letter(var letter) -> {
                    Spool.drain(watched);
                    yield letters.take(call, letter, spool);
                }
            };
        } catch (NoRoomException full) {
            return Refusals.plain(Kind.LATER, ErrorCode.STORAGE_FULL);
        }
    }

    private EdxmlTaken status(EdxmlCall call, EdxmlStatus status) {
        Optional<Known> known = BusinessStatus.read(status.code())
                .filter(Known.class::isInstance)
                .map(Known.class::cast);
        if (known.isEmpty()) {
            return Refusals.of(EdxmlFault.of("StatusCode", EdxmlRule.STATUS_CODE));
        }
        if (parties.speaker(call, status.from().code()).isEmpty()) {
            return Refusals.senderForeign("From/OrganId");
        }
        return known.get() == Known.RECALL_REQUESTED
                ? senders.recall(call, status)
                : recipients.take(call, status, known.get());
    }
}
