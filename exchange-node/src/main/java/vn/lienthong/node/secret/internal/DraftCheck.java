package vn.lienthong.node.secret.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretDrafts;
import vn.lienthong.node.secret.SecretFields;
import vn.lienthong.node.secret.SecretPerson;

/** What stands against submitting a draft, and who could release it. */
@InNodeRole
@Component
class DraftCheck {

    private final SecretFileRows files;
    private final PersonRows persons;
    private final Statements statements;
    private final Scope scope;
    private final AccountDirectory accounts;

    DraftCheck(
            SecretFileRows files, PersonRows persons, Statements statements, Scope scope, AccountDirectory accounts) {
        this.files = files;
        this.persons = persons;
        this.statements = statements;
        this.scope = scope;
        this.accounts = accounts;
    }

    List<SecretAnswer.Hindered<DraftView>> objections(Draft draft) {
        List<SecretAnswer.Hindered<DraftView>> found = new ArrayList<>();
        SecretFields fields = draft.content().fields();
        if (fields.typeName().isBlank()) {
            found.add(new SecretAnswer.Hindered<>(Hindrance.INCOMPLETE, "typeName"));
        }
        try {
            var _ = statements.metadata(draft);
        } catch (HinderedException incomplete) {
            found.add(new SecretAnswer.Hindered<>(incomplete.why(), incomplete.detail()));
        }
        if (files.of(draft.id()).isEmpty()) {
            found.add(new SecretAnswer.Hindered<>(Hindrance.NO_FILES, ""));
        }
        if (draft.content().recipients().isEmpty()) {
            found.add(new SecretAnswer.Hindered<>(Hindrance.NO_RECIPIENTS, ""));
        }
        if (draft.content().recipients().size() > SecretDrafts.MOST_RECIPIENTS) {
            found.add(new SecretAnswer.Hindered<>(Hindrance.TOO_MANY, ""));
        }
        if (!scope.own().covers(draft.level())) {
            found.add(new SecretAnswer.Hindered<>(Hindrance.LEVEL_TOO_HIGH, ""));
        }
        draft.content().codes().stream()
                .filter(code -> !fits(code, draft))
                .forEach(code -> found.add(new SecretAnswer.Hindered<>(Hindrance.RECIPIENT_UNFIT, code.value())));
        return found;
    }

    private boolean fits(AgencyCode code, Draft draft) {
        return scope.reaches(code, draft.level());
    }

    /** Checks that each of these may release the draft and can get a share. */
    void requireReleasers(Draft draft, List<LoginName> chosen) {
        if (chosen.isEmpty()) {
            throw new HinderedException(Hindrance.NO_RELEASER);
        }
        if (chosen.contains(draft.composer())) {
            throw new HinderedException(Hindrance.SAME_PERSON);
        }
        var keys = persons.keys(chosen);
        for (LoginName login : chosen) {
            if (!keys.containsKey(login) || !scope.releases(login, draft.agency(), draft.level())) {
                throw new HinderedException(Hindrance.RELEASER_UNFIT, login.value());
            }
        }
    }

    List<SecretPerson> releasers(SecretCaller caller, vn.lienthong.core.document.Secrecy level) {
        Map<LoginName, String> leaders = names(caller.agency(), Role.LEADER);
        var keys = persons.keys(leaders.keySet());
        return leaders.entrySet().stream()
                .filter(leader -> !leader.getKey().equals(caller.login()))
                .filter(leader -> scope.releases(leader.getKey(), caller.agency(), level))
                .map(leader -> new SecretPerson(
                        leader.getKey(),
                        leader.getValue(),
                        scope.cleared(leader.getKey(), caller.agency()),
                        keys.containsKey(leader.getKey())))
                .toList();
    }

    private Map<LoginName, String> names(AgencyCode agency, Role role) {
        Map<LoginName, String> names = new java.util.LinkedHashMap<>();
        accounts.members(scope.codes(agency), role).forEach(called -> names.put(called.login(), called.displayName()));
        return names;
    }
}
