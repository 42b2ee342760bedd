package vn.lienthong.node.secret.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretDrafts;
import vn.lienthong.node.secret.SecretFields;
import vn.lienthong.node.secret.SecretPerson;

/** The composer's part. Keys are opened and files are sealed outside of transactions, which only move rows and record it. */
@InNodeRole
@Component
class StoredSecretDrafts implements SecretDrafts {

    private final DraftParts parts;
    private final DraftCheck checks;
    private final DraftDeeds deeds;
    private final Basics basics;

    StoredSecretDrafts(DraftParts parts, DraftCheck checks, DraftDeeds deeds, Basics basics) {
        this.parts = parts;
        this.checks = checks;
        this.deeds = deeds;
        this.basics = basics;
    }

    @Override
    public SecretAnswer<DraftView> create(SecretCaller caller, SecretFields fields) {
        return Answers.of(() -> {
            deeds.covered(caller, fields.level());
            PersonalKeySet keys = parts.access().keys(caller);
            DraftId id = new DraftId(basics.ids().next());
            byte[] key = parts.shares().fresh();
            try {
                basics.transactions().executeWithoutResult(_ -> {
                    parts.rows()
                            .insert(
                                    id,
                                    caller.agency(),
                                    caller.login(),
                                    new DraftContent(fields, List.of(), List.of(), ""),
                                    basics.clock().instant());
                    parts.shares().give(id, 1, key, Map.of(caller.login(), kem(keys)));
                    deeds.step(EventKind.SECRET_DRAFT, id, fields.level(), caller.agency());
                });
            } finally {
                DraftFiles.wipe(key);
            }
            return parts.access().view(id);
        });
    }

    private static PublicKey kem(PersonalKeySet keys) {
        return keys.recipient().certificate().getPublicKey();
    }

    @Override
    public SecretAnswer<List<DraftView>> mine(SecretCaller caller) {
        return Answers.of(() -> parts.access().views(caller, parts.rows().composedBy(caller.login(), caller.agency())));
    }

    @Override
    public SecretAnswer<DraftView> find(SecretCaller caller, DraftId id) {
        return Answers.of(() -> parts.access().view(parts.access().own(caller, id)));
    }

    @Override
    public SecretAnswer<DraftView> edit(
            SecretCaller caller, DraftId id, long version, SecretFields fields, List<AgencyCode> recipients) {
        return Answers.of(() -> {
            deeds.covered(caller, fields.level());
            Draft draft = parts.access().open(caller, id);
            List<String> codes =
                    recipients.stream().distinct().map(AgencyCode::value).toList();
            if (codes.size() > MOST_RECIPIENTS) {
                throw new HinderedException(Hindrance.TOO_MANY);
            }
            sameVersion(draft, version);
            DraftContent content = new DraftContent(
                    fields, codes, draft.content().releasers(), draft.content().note());
            basics.transactions().executeWithoutResult(_ -> {
                parts.rows().edit(draft, content, basics.clock().instant());
                deeds.step(EventKind.SECRET_EDIT, id, fields.level(), caller.agency());
            });
            return parts.access().view(id);
        });
    }

    private static void sameVersion(Draft draft, long version) {
        if (draft.version() != version) {
            throw new HinderedException(Hindrance.CHANGED_MEANWHILE);
        }
    }

    @Override
    public SecretAnswer<DraftView> addFile(SecretCaller caller, DraftId id, String name, InputStream source)
            throws IOException {
        return Answers.streaming(() -> {
            Draft draft = parts.access().open(caller, id);
            byte[] key =
                    parts.shares().open(draft, caller.login(), parts.access().keys(caller));
            try {
                DraftFiles.Taken taken = parts.files().take(key, name, source);
                keep(caller, id, taken);
            } finally {
                DraftFiles.wipe(key);
            }
            return parts.access().view(id);
        });
    }

    private void keep(SecretCaller caller, DraftId id, DraftFiles.Taken taken) {
        boolean kept = false;
        try {
            basics.transactions().executeWithoutResult(_ -> {
                // As it is now: while the file came in, another may have been added.
                Draft draft = parts.access().open(caller, id);
                List<StoredFile> known = parts.fileRows().of(id);
                if (known.size() >= MOST_FILES) {
                    throw new HinderedException(Hindrance.TOO_MANY);
                }
                parts.rows().move(draft, DraftState.DRAFT, basics.clock().instant());
                int number = known.isEmpty() ? 1 : known.getLast().file().number() + 1;
                parts.fileRows().insert(id, number, taken.payload(), taken.facts());
                deeds.step(EventKind.SECRET_EDIT, id, draft.level(), draft.agency(), "file added");
            });
            kept = true;
        } finally {
            if (!kept) {
                parts.files().remove(taken.payload());
            }
        }
    }

    @Override
    public SecretAnswer<DraftView> removeFile(SecretCaller caller, DraftId id, int number) {
        return Answers.of(() -> {
            Draft draft = parts.access().open(caller, id);
            StoredFile stored = parts.files().find(draft, number);
            basics.transactions().executeWithoutResult(_ -> {
                parts.rows().move(draft, DraftState.DRAFT, basics.clock().instant());
                boolean _ = parts.fileRows().delete(stored.payload());
                deeds.step(EventKind.SECRET_EDIT, id, draft.level(), draft.agency(), "file removed");
            });
            parts.files().remove(stored.payload());
            return parts.access().view(id);
        });
    }

    @Override
    public SecretAnswer<SecretContent> file(SecretCaller caller, DraftId id, int number) {
        return Answers.of(() -> deeds.look(parts.access().open(caller, id), number, caller));
    }

    @Override
    public SecretAnswer<List<SecretPerson>> releasers(SecretCaller caller, Secrecy level) {
        return Answers.of(() -> {
            deeds.covered(caller, level);
            return checks.releasers(caller, level);
        });
    }

    @Override
    public SecretAnswer<List<SecretAnswer.Hindered<DraftView>>> check(SecretCaller caller, DraftId id) {
        return Answers.of(() -> checks.objections(parts.access().own(caller, id)));
    }

    @Override
    public SecretAnswer<DraftView> submit(SecretCaller caller, DraftId id, long version, List<LoginName> releasers) {
        return Answers.of(() -> {
            Draft draft = parts.access().open(caller, id);
            Scope.stepUp(caller);
            PersonalKeySet keys = parts.access().keys(caller);
            sameVersion(draft, version);
            checks.objections(draft).stream().findFirst().ifPresent(objection -> {
                throw new HinderedException(objection.why(), objection.detail());
            });
            List<LoginName> chosen = releasers.stream().distinct().toList();
            checks.requireReleasers(draft, chosen);
            byte[] key = parts.shares().open(draft, caller.login(), keys);
            try {
                submit(caller, draft, keys, key, chosen);
            } finally {
                DraftFiles.wipe(key);
            }
            return parts.access().view(id);
        });
    }

    private void submit(SecretCaller caller, Draft draft, PersonalKeySet keys, byte[] key, List<LoginName> chosen) {
        if (!parts.files().intact(draft, key)) {
            throw new HinderedException(Hindrance.CONTENT_CHANGED);
        }
        KeptRelease release = deeds.compose(draft, parts.fileRows().of(draft.id()), caller.person(), keys);
        byte[] statement = Sha512.of(release.statementOctets().toByteArray()).bytes();
        basics.transactions().executeWithoutResult(_ -> {
            parts.rows().move(draft, DraftState.WAITING, basics.clock().instant());
            parts.rows().content(draft, draft.content().askedOf(chosen));
            parts.rows().submitted(draft.id(), Statements.encode(release), statement);
            parts.shares().give(draft.id(), draft.generation() + 1, key, deeds.kems(chosen));
            deeds.step(EventKind.SECRET_SUBMIT, draft.id(), draft.level(), draft.agency());
            deeds.tell(draft, Set.copyOf(chosen));
        });
    }

    @Override
    public SecretAnswer<DraftView> withdraw(SecretCaller caller, DraftId id) {
        return Answers.of(() -> {
            Draft draft = parts.access().own(caller, id);
            if (draft.state() != DraftState.WAITING) {
                throw new HinderedException(
                        draft.state() == DraftState.COOLING ? Hindrance.TOO_LATE : Hindrance.WRONG_STATE);
            }
            basics.transactions().executeWithoutResult(_ -> {
                parts.rows().move(draft, DraftState.WITHDRAWN, basics.clock().instant());
                deeds.step(EventKind.SECRET_WITHDRAW, id, draft.level(), draft.agency());
            });
            return parts.access().view(id);
        });
    }

    @Override
    public SecretAnswer<Boolean> remove(SecretCaller caller, DraftId id) {
        return Answers.of(() -> {
            Draft draft = parts.access().own(caller, id);
            boolean removable = Set.of(DraftState.DRAFT, DraftState.WAITING, DraftState.WITHDRAWN)
                    .contains(draft.state());
            if (!removable) {
                throw new HinderedException(Hindrance.WRONG_STATE);
            }
            List<StoredFile> kept = parts.fileRows().of(id);
            basics.transactions().executeWithoutResult(_ -> {
                parts.rows().delete(draft);
                kept.forEach(stored -> {
                    boolean _ = parts.fileRows().delete(stored.payload());
                });
                deeds.step(EventKind.SECRET_REMOVE, id, draft.level(), draft.agency());
            });
            kept.forEach(stored -> parts.files().remove(stored.payload()));
            return true;
        });
    }
}
