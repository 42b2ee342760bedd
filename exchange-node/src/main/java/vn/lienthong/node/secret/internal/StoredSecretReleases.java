package vn.lienthong.node.secret.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.core.approval.ReleaseCheck;
import vn.lienthong.core.approval.ReleaseVerdict;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.SecretDispatches;
import vn.lienthong.node.delivery.SecretRecall;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.RecipientLine;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretReleases;

/** The releaser's part, and what both may do afterwards. */
@InNodeRole
@Component
class StoredSecretReleases implements SecretReleases {

    private static final int LONGEST_WORDS = 400;

    private final DraftParts parts;
    private final DraftDeeds deeds;
    private final Statements statements;
    private final Scope scope;
    private final PolicyRows policies;
    private final ObjectProvider<SecretDispatches> dispatches;
    private final Basics basics;

    StoredSecretReleases(
            DraftParts parts,
            DraftDeeds deeds,
            Statements statements,
            Scope scope,
            PolicyRows policies,
            ObjectProvider<SecretDispatches> dispatches,
            Basics basics) {
        this.parts = parts;
        this.deeds = deeds;
        this.statements = statements;
        this.scope = scope;
        this.policies = policies;
        this.dispatches = dispatches;
        this.basics = basics;
    }

    @Override
    public SecretAnswer<List<DraftView>> waiting(SecretCaller caller) {
        return Answers.of(() -> parts.access().views(caller, parts.rows().waitingFor(caller.login(), caller.agency())));
    }

    @Override
    public SecretAnswer<List<DraftView>> decided(SecretCaller caller) {
        return Answers.of(() -> parts.access().views(caller, parts.rows().decidedBy(caller.login(), caller.agency())));
    }

    @Override
    public SecretAnswer<DraftView> find(SecretCaller caller, DraftId id) {
        return Answers.of(() -> parts.access().view(parts.access().toRelease(caller, id)));
    }

    @Override
    public SecretAnswer<SecretContent> file(SecretCaller caller, DraftId id, int number) {
        return Answers.of(() -> {
            Draft draft = waiting(caller, id);
            return deeds.look(draft, number, caller);
        });
    }

    private Draft waiting(SecretCaller caller, DraftId id) {
        Draft draft = parts.access().toRelease(caller, id);
        if (draft.state() != DraftState.WAITING) {
            throw new HinderedException(Hindrance.WRONG_STATE);
        }
        return draft;
    }

    @Override
    public SecretAnswer<DraftView> approve(SecretCaller caller, DraftId id, String statement) {
        return Answers.of(() -> {
            Draft draft = waiting(caller, id);
            Scope.stepUp(caller);
            PersonalKeySet keys = parts.access().keys(caller);
            if (draft.composer().equals(caller.login())) {
                throw new HinderedException(Hindrance.SAME_PERSON);
            }
            if (!scope.leads(caller) || !scope.releases(caller.login(), draft.agency(), draft.level())) {
                throw new HinderedException(
                        Hindrance.RELEASER_UNFIT, caller.login().value());
            }
            if (!draft.statement().equals(statement)) {
                throw new HinderedException(Hindrance.CHANGED_MEANWHILE);
            }
            approve(caller, draft, keys);
            return parts.access().view(id);
        });
    }

    private void approve(SecretCaller caller, Draft draft, PersonalKeySet keys) {
        KeptRelease release = Statements.decode(
                parts.rows().release(draft.id()).orElseThrow(() -> new HinderedException(Hindrance.WRONG_STATE)));
        var second = statements.approve(release.statementOctets(), caller.person(), keys);
        KeptRelease both = release.with(second);
        requireSound(draft, both, caller, keys);
        byte[] given = parts.shares().handOver(draft, caller.login(), keys);
        Instant releaseAt = basics.clock().instant().plus(cooling(draft));
        basics.transactions().executeWithoutResult(_ -> {
            parts.rows().move(draft, DraftState.COOLING, basics.clock().instant());
            parts.rows().destroyShares(draft.id());
            parts.rows().approved(draft.id(), caller.login(), Statements.encode(both), given, releaseAt);
            deeds.step(EventKind.SECRET_APPROVE, draft.id(), draft.level(), draft.agency());
            deeds.tell(draft, Set.of(draft.composer()));
        });
    }

    /** Whoever signs, signs what is there: both signatures hold, and the files are those of the statement. */
    private void requireSound(Draft draft, KeptRelease both, SecretCaller caller, PersonalKeySet keys) {
        KeptRelease.Signed second = both.releaser();
        if (second == null || !(ReleaseCheck.check(both.signed(second)) instanceof ReleaseVerdict.Holds holds)) {
            throw new HinderedException(Hindrance.SIGNATURE_INVALID);
        }
        byte[] key = parts.shares().open(draft, caller.login(), keys);
        try {
            boolean sound = holds.statement().draft().equals(draft.id().value())
                    && parts.files().match(draft, holds.statement())
                    && parts.files().intact(draft, key);
            if (!sound) {
                throw new HinderedException(Hindrance.CONTENT_CHANGED);
            }
        } finally {
            DraftFiles.wipe(key);
        }
    }

    private Duration cooling(Draft draft) {
        SecretArea.Policy policy = policies.of(draft.agency());
        return draft.content().fields().urgency().compareTo(Urgency.EXPRESS) >= 0
                ? policy.coolingOffExpress()
                : policy.coolingOff();
    }

    @Override
    public SecretAnswer<DraftView> refuse(SecretCaller caller, DraftId id, String words) {
        return Answers.of(() -> {
            Draft draft = waiting(caller, id);
            PersonalKeySet keys = parts.access().keys(caller);
            if (words.isBlank() || words.length() > LONGEST_WORDS) {
                throw new HinderedException(Hindrance.REASON_NEEDED);
            }
            giveBack(caller, draft, keys, EventKind.SECRET_RELEASE_REFUSE, words);
            return parts.access().view(parts.rows().find(id).orElse(draft));
        });
    }

    private void giveBack(SecretCaller caller, Draft draft, PersonalKeySet keys, EventKind kind, String words) {
        byte[] key = parts.shares().open(draft, caller.login(), keys);
        try {
            deeds.reopen(draft, key, kind, "", words);
        } finally {
            DraftFiles.wipe(key);
        }
    }

    /** Shares of what was taken back go home as soon as somebody who holds one can use it. */
    @EventListener
    void usable(StoredPersonalKeys.Usable event) {
        for (Draft draft : parts.rows().withdrawnFrom(event.caller().login())) {
            var _ = Answers.of(() -> {
                giveBack(event.caller(), draft, parts.access().keys(event.caller()), EventKind.SECRET_RETURN, "");
                return true;
            });
        }
    }

    @Override
    public SecretAnswer<DraftView> stop(SecretCaller caller, DraftId id) {
        return Answers.of(() -> {
            Draft draft = parts.access().either(caller, id);
            if (draft.state() != DraftState.COOLING) {
                throw new HinderedException(Hindrance.TOO_LATE);
            }
            byte[] key = parts.shares().openGiven(draft);
            try {
                deeds.reopen(draft, key, EventKind.SECRET_STOP, "", "");
            } finally {
                DraftFiles.wipe(key);
            }
            return parts.access().view(parts.rows().find(id).orElse(draft));
        });
    }

    @Override
    public SecretAnswer<List<RecipientLine>> followed(SecretCaller caller, DraftId id) {
        return Answers.of(() -> legs(parts.access().either(caller, id)).stream()
                .map(leg -> new RecipientLine(leg.recipient(), leg.stage(), leg.since(), leg.reasonCode()))
                .toList());
    }

    private List<Dispatch.Leg> legs(Draft draft) {
        ParcelId parcel = draft.parcel();
        return parcel == null
                ? List.of()
                : dispatches
                        .getObject()
                        .find(draft.agency(), parcel)
                        .map(vn.lienthong.node.delivery.SecretDispatch::deliveries)
                        .orElse(List.of());
    }

    @Override
    public SecretAnswer<Integer> recall(SecretCaller caller, DraftId id, String reason) {
        return Answers.of(() -> {
            Draft draft = parts.access().either(caller, id);
            Scope.stepUp(caller);
            ParcelId parcel = draft.parcel();
            if (parcel == null) {
                throw new HinderedException(Hindrance.WRONG_STATE);
            }
            if (reason.isBlank() || reason.length() > LONGEST_WORDS) {
                throw new HinderedException(Hindrance.REASON_NEEDED);
            }
            Set<AgencyCode> open = legs(draft).stream()
                    .filter(leg -> leg.stage() != DeliveryStage.HANDED_OVER
                            && !leg.stage().isFinal())
                    .map(Dispatch.Leg::recipient)
                    .collect(Collectors.toSet());
            if (open.isEmpty()) {
                throw new HinderedException(Hindrance.TOO_LATE);
            }
            Integer count = basics.transactions().execute(_ -> recall(draft, parcel, open));
            return count == null ? 0 : count;
        });
    }

    private int recall(Draft draft, ParcelId parcel, Set<AgencyCode> open) {
        SecretRecall recall = dispatches
                .getObject()
                .recall(draft.agency(), parcel, open)
                .orElseThrow(() -> new HinderedException(Hindrance.WRONG_STATE));
        Set<AgencyCode> reached = new HashSet<>(recall.stopped());
        reached.addAll(recall.asked());
        deeds.step(EventKind.SECRET_RECALL, draft.id(), draft.level(), draft.agency(), String.valueOf(reached.size()));
        return reached.size();
    }
}
