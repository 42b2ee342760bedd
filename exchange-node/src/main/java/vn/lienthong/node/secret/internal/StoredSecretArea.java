package vn.lienthong.node.secret.internal;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretLine;

/** The first page's figures and the rules of agencies. */
@InNodeRole
@Component
class StoredSecretArea implements SecretArea {

    private static final Duration LONGEST_COOLING = Duration.ofDays(1);
    private static final Duration LONGEST_EXPRESS = Duration.ofMinutes(2);
    private static final int COUNTED = 200;
    private static final int FOUND = 50;

    private final Scope scope;
    private final DraftRows drafts;
    private final ArrivedAccess access;
    private final ReaderRows readers;
    private final PolicyRows policies;
    private final SecretEvents events;
    private final Basics basics;

    StoredSecretArea(
            Scope scope,
            DraftRows drafts,
            ArrivedAccess access,
            ReaderRows readers,
            PolicyRows policies,
            SecretEvents events,
            Basics basics) {
        this.scope = scope;
        this.drafts = drafts;
        this.access = access;
        this.readers = readers;
        this.policies = policies;
        this.events = events;
        this.basics = basics;
    }

    @Override
    public boolean visible(Person person, AgencyCode agency) {
        return level(person, agency).isStateSecret();
    }

    @Override
    public Secrecy level(Person person, AgencyCode agency) {
        return scope.level(person, agency);
    }

    @Override
    public SecretAnswer<Waiting> waiting(SecretCaller caller) {
        return Answers.of(() -> {
            List<Arrived> arrived = access.list(caller, COUNTED);
            List<Draft> own = drafts.composedBy(caller.login(), caller.agency());
            return new Waiting(
                    drafts.waitingFor(caller.login(), caller.agency()).size(),
                    (int) arrived.stream()
                            .filter(document -> document.state() == SecretLine.State.ARRIVED)
                            .count(),
                    (int) own.stream()
                            .filter(draft -> draft.state() == DraftState.COOLING)
                            .count(),
                    (int) own.stream()
                            .filter(draft -> draft.state() == DraftState.DRAFT
                                    && !(draft.fault().isEmpty()
                                            && draft.content().note().isEmpty()))
                            .count(),
                    (int) arrived.stream()
                            .filter(Arrived::twoToOpen)
                            .filter(document -> asksFor(caller, document))
                            .count());
        });
    }

    private boolean asksFor(SecretCaller caller, Arrived document) {
        return readers.find(document.id(), caller.login())
                .filter(reader -> readers.consents(document.id()).stream()
                        .anyMatch(wish -> wish.givenBy() == null && wish.part() == reader.otherPart()))
                .isPresent();
    }

    @Override
    public SecretAnswer<List<Recipient>> recipients(SecretCaller caller, Secrecy level, String words) {
        return Answers.of(() -> {
            scope.enter(caller, level);
            List<String> wanted = SearchText.words(words);
            return wanted.isEmpty()
                    ? List.of()
                    : scope.reachable(caller.agency(), level, name -> matches(name, wanted)).stream()
                            .limit(FOUND)
                            .toList();
        });
    }

    private static boolean matches(String name, List<String> wanted) {
        String folded = SearchText.fold(name);
        return wanted.stream().allMatch(folded::contains);
    }

    @Override
    public Policy policy(AgencyCode agency) {
        return policies.of(agency);
    }

    @Override
    public SecretAnswer<Policy> change(SecretCaller caller, Policy policy) {
        return Answers.of(() -> {
            var _ = scope.enter(caller);
            Scope.stepUp(caller);
            if (!scope.leads(caller)) {
                throw new HinderedException(Hindrance.HIDDEN);
            }
            boolean bounded = !policy.coolingOff().isNegative()
                    && policy.coolingOff().compareTo(LONGEST_COOLING) <= 0
                    && !policy.coolingOffExpress().isNegative()
                    && policy.coolingOffExpress().compareTo(LONGEST_EXPRESS) <= 0;
            if (!bounded) {
                throw new HinderedException(Hindrance.INCOMPLETE, "coolingOff");
            }
            basics.transactions().executeWithoutResult(_ -> {
                policies.put(caller.agency(), policy, caller.login(), basics.now());
                events.agency(
                        EventKind.SECRET_POLICY,
                        caller.agency(),
                        policy.coolingOff() + " " + policy.coolingOffExpress() + " " + policy.twoToOpen() + " "
                                + policy.reasonFrom());
            });
            return policies.of(caller.agency());
        });
    }
}
