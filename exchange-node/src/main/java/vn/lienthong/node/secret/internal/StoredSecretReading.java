package vn.lienthong.node.secret.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.approval.ReleaseCheck;
import vn.lienthong.core.approval.ReleaseVerdict;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.release.SignedRelease;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.SecretAccess;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.LookPurpose;
import vn.lienthong.node.secret.ReleaseProof;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretFile;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.secret.SecretLine;
import vn.lienthong.node.secret.SecretReading;
import vn.lienthong.node.secret.SecretView;

/** Gives out what arrived, to those who may know, after the look is recorded. */
@InNodeRole
@Component
class StoredSecretReading implements SecretReading {

    private static final Duration CONSENT = Duration.ofMinutes(15);
    private static final int SEARCHED = 1000;
    private static final int SHOWN = 200;
    private static final int LONGEST_REASON = 400;

    private final ArrivedAccess access;
    private final ReaderRows readers;
    private final ArrivedShares shares;
    private final ObjectProvider<SecretInbox> inbox;
    private final ReadingDeeds deeds;
    private final Basics basics;

    StoredSecretReading(
            ArrivedAccess access,
            ReaderRows readers,
            ArrivedShares shares,
            ObjectProvider<SecretInbox> inbox,
            ReadingDeeds deeds,
            Basics basics) {
        this.access = access;
        this.readers = readers;
        this.shares = shares;
        this.inbox = inbox;
        this.deeds = deeds;
        this.basics = basics;
    }

    @Override
    public SecretAnswer<List<SecretLine>> list(SecretCaller caller, String words) {
        return Answers.of(() -> {
            List<String> wanted = SearchText.words(words);
            return access.list(caller, SEARCHED).stream()
                    .filter(arrived -> matches(arrived, wanted))
                    .map(ArrivedAccess::line)
                    .limit(SHOWN)
                    .toList();
        });
    }

    private static boolean matches(Arrived arrived, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        SecretLine line = ArrivedAccess.line(arrived);
        String folded = SearchText.fold(
                String.join(" ", line.subject(), line.code(), line.typeName(), line.senderName(), line.registered()));
        return wanted.stream().allMatch(folded::contains);
    }

    @Override
    public SecretAnswer<SecretView> find(SecretCaller caller, SecretId id) {
        return Answers.of(() -> {
            ArrivedAccess.Known known = access.known(caller, id);
            String _ = access.look(caller, known.arrived(), EventKind.SECRET_LOOK, "facts", 0, "");
            return view(caller, known);
        });
    }

    private SecretView view(SecretCaller caller, ArrivedAccess.Known known) {
        Arrived arrived = known.arrived();
        Optional<ReaderRows.Consent> consent = shares.consent(arrived, caller.login());
        LoginName asked = readers.consents(arrived.id()).stream()
                .filter(wish ->
                        wish.givenBy() == null && wish.part() != known.reader().part())
                .map(ReaderRows.Consent::asking)
                .findFirst()
                .orElse(null);
        return new SecretView(
                ArrivedAccess.line(arrived),
                arrived.document().metadata(),
                ArrivedAccess.files(arrived),
                ArrivedAccess.terms(arrived),
                opening(known, consent.isPresent()),
                consent.map(ReaderRows.Consent::until).orElse(null),
                asked);
    }

    private static SecretView.Opening opening(ArrivedAccess.Known known, boolean consent) {
        if (known.reader().sealed() == null) {
            return SecretView.Opening.NO_SHARE;
        }
        return known.reader().part() == Reader.WHOLE || consent
                ? SecretView.Opening.READY
                : SecretView.Opening.NEEDS_CONSENT;
    }

    @Override
    public SecretAnswer<SecretContent> file(
            SecretCaller caller, SecretId id, int number, LookPurpose purpose, String reason) throws IOException {
        return Answers.streaming(() -> {
            ArrivedAccess.Known known = access.known(caller, id);
            Arrived arrived = known.arrived();
            Scope.stepUp(caller);
            PersonalKeySet keys = access.keys(caller);
            List<SecretFile> files = ArrivedAccess.files(arrived);
            if (number < 1 || number > files.size()) {
                throw new HinderedException(Hindrance.HIDDEN);
            }
            requirePermission(caller, purpose);
            requireReason(arrived, purpose, reason);
            byte[] key = shares.open(arrived, known.reader(), keys);
            String code = access.look(caller, arrived, kind(purpose), word(purpose), number, reason);
            return new OpenedFile(
                    files.get(number - 1), code, key, (opened, out) -> copy(arrived, number, opened, out));
        });
    }

    /** Whoever may look is told that a copy is not for them: they know already that it is there. */
    private static void requirePermission(SecretCaller caller, LookPurpose purpose) {
        boolean permitted = switch (purpose) {
            case VIEW -> true;
            case PRINT -> caller.person().may(Permission.PRINT_SECRETS, caller.agency());
            case DOWNLOAD -> caller.person().may(Permission.DOWNLOAD_SECRETS, caller.agency());
        };
        if (!permitted) {
            throw new HinderedException(Hindrance.NOT_PERMITTED);
        }
    }

    private void requireReason(Arrived arrived, LookPurpose purpose, String reason) {
        SecretArea.Policy policy = deeds.policy(arrived.agency());
        boolean needed = purpose != LookPurpose.VIEW || arrived.level().covers(policy.reasonFrom());
        if ((needed && reason.isBlank()) || reason.length() > LONGEST_REASON) {
            throw new HinderedException(Hindrance.REASON_NEEDED);
        }
    }

    private static EventKind kind(LookPurpose purpose) {
        return switch (purpose) {
            case VIEW -> EventKind.SECRET_LOOK;
            case PRINT -> EventKind.SECRET_PRINT;
            case DOWNLOAD -> EventKind.SECRET_DOWNLOAD;
        };
    }

    private static String word(LookPurpose purpose) {
        return switch (purpose) {
            case VIEW -> "view";
            case PRINT -> "print";
            case DOWNLOAD -> "download";
        };
    }

    private void copy(Arrived arrived, int number, byte[] key, OutputStream out) throws IOException {
        Attachment attachment = arrived.document().attachments().get(number - 1);
        try (OpenPackage content = open(arrived, key)) {
            content.copyFile(PackageLayout.file(number - 1, attachment.name()), out);
        } catch (HinderedException absent) {
            throw new IOException("the package cannot be read: " + absent.why(), absent);
        }
    }

    private OpenPackage open(Arrived arrived, byte[] key) throws IOException {
        return switch (inbox.getObject().open(Set.of(arrived.agency()), arrived.entryId(), key)) {
            case SecretAccess.Opened(var _, OpenPackage content, Sha512 _) -> content;
            case SecretAccess.WrongKey() -> throw new HinderedException(Hindrance.SHARE_LOST);
            case SecretAccess.Absent() -> throw new HinderedException(Hindrance.NOT_KEPT);
        };
    }

    @Override
    public SecretAnswer<ReleaseProof> proof(SecretCaller caller, SecretId id) throws IOException {
        return Answers.streaming(() -> {
            ArrivedAccess.Known known = access.known(caller, id);
            byte[] key = shares.open(known.arrived(), known.reader(), access.keys(caller));
            try (OpenPackage content = open(known.arrived(), key)) {
                ByteArrayOutputStream octets = new ByteArrayOutputStream();
                content.copyFile(PackageLayout.APPROVALS, octets);
                return proof(known.arrived(), octets.toByteArray());
            } finally {
                DraftFiles.wipe(key);
            }
        });
    }

    private static ReleaseProof proof(Arrived arrived, byte[] octets) {
        if (WireFormats.SIGNED_RELEASE.decode(octets) instanceof Decoded.Value<SignedRelease>(SignedRelease release)
                && ReleaseCheck.check(release) instanceof ReleaseVerdict.Holds holds
                && ReleaseCheck.isAbout(holds.statement(), arrived.document())) {
            return new ReleaseProof(
                    ReleaseProof.Verdict.TWO_PERSONS,
                    release.composer().name(),
                    release.releaser().name(),
                    holds.composedAt(),
                    holds.releasedAt());
        }
        ReleaseProof.Verdict verdict = octets.length == 0 ? ReleaseProof.Verdict.MISSING : ReleaseProof.Verdict.INVALID;
        return new ReleaseProof(verdict, "", "", null, null);
    }

    @Override
    public SecretAnswer<Boolean> askConsent(SecretCaller caller, SecretId id, String reason) {
        return Answers.of(() -> {
            ArrivedAccess.Known known = access.known(caller, id);
            if (known.reader().part() == Reader.WHOLE) {
                throw new HinderedException(Hindrance.WRONG_STATE);
            }
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new HinderedException(Hindrance.REASON_NEEDED);
            }
            Set<LoginName> others = readers.all(id).stream()
                    .filter(reader -> reader.endedAt() == null
                            && reader.part() == known.reader().otherPart())
                    .map(Reader::login)
                    .collect(Collectors.toSet());
            basics.transactions().executeWithoutResult(_ -> {
                readers.ask(id, caller.login(), known.reader().part(), reason, basics.now());
                deeds.step(EventKind.SECRET_CONSENT_ASK, known.arrived());
                deeds.tell(known.arrived(), others);
            });
            return true;
        });
    }

    @Override
    public SecretAnswer<Boolean> consent(SecretCaller caller, SecretId id, LoginName asking) {
        return Answers.of(() -> {
            ArrivedAccess.Known known = access.known(caller, id);
            Scope.stepUp(caller);
            PersonalKeySet keys = access.keys(caller);
            if (asking.equals(caller.login())) {
                throw new HinderedException(Hindrance.SAME_PERSON);
            }
            boolean asked = readers.consents(id).stream()
                    .anyMatch(wish -> wish.asking().equals(asking)
                            && wish.part() == known.reader().otherPart());
            if (!asked || readers.find(id, asking).isEmpty()) {
                throw new HinderedException(Hindrance.WRONG_STATE);
            }
            byte[] half = shares.consent(known.arrived(), known.reader(), keys, asking);
            Instant until = basics.now().plus(CONSENT);
            basics.transactions().executeWithoutResult(_ -> {
                if (!readers.give(id, asking, caller.login(), half, until)) {
                    throw new HinderedException(Hindrance.CHANGED_MEANWHILE);
                }
                deeds.step(EventKind.SECRET_CONSENT, known.arrived(), asking);
                deeds.tell(known.arrived(), Set.of(asking));
            });
            return true;
        });
    }

    @Override
    public SecretAnswer<Boolean> handOver(SecretCaller caller, SecretId id) throws IOException {
        return Answers.streaming(() -> {
            ArrivedAccess.Known known = access.known(caller, id);
            Arrived arrived = known.arrived();
            byte[] key = shares.open(arrived, known.reader(), access.keys(caller));
            Sha512 digest;
            try (OpenPackage content = open(arrived, key)) {
                digest = digest(content);
            } finally {
                DraftFiles.wipe(key);
            }
            settle(
                    arrived,
                    EventKind.SECRET_HAND_OVER,
                    () -> inbox.getObject().acknowledge(arrived.agency(), arrived.entryId(), digest));
            return true;
        });
    }

    private static Sha512 digest(OpenPackage content) throws IOException {
        MessageDigest digest = Sha512.digest();
        try (DigestInputStream all = new DigestInputStream(content.range(0, content.size()), digest)) {
            long _ = all.transferTo(OutputStream.nullOutputStream());
        }
        return Sha512.fromBytes(digest.digest());
    }

    @Override
    public SecretAnswer<Boolean> refuse(SecretCaller caller, SecretId id, ClerkReason reason) {
        return Answers.of(() -> {
            Arrived arrived = access.known(caller, id).arrived();
            settle(
                    arrived,
                    EventKind.SECRET_REFUSE,
                    () -> inbox.getObject().refuse(arrived.agency(), arrived.entryId(), reason));
            return true;
        });
    }

    /** The state, its evidence and the event are one transaction: none of them is there without the others. */
    private void settle(Arrived arrived, EventKind kind, Supplier<Settlement> deed) {
        basics.transactions().executeWithoutResult(_ -> {
            switch (deed.get()) {
                case Settlement.Done _ -> deeds.step(kind, arrived);
                case Settlement.OtherDigest _ -> throw new HinderedException(Hindrance.CONTENT_CHANGED);
                case Settlement.AlreadySettled _ -> throw new HinderedException(Hindrance.SETTLED);
                case Settlement.NotLeased _, Settlement.LeaseEnded _, Settlement.Absent _ ->
                    throw new HinderedException(Hindrance.HIDDEN);
            }
        });
    }
}
