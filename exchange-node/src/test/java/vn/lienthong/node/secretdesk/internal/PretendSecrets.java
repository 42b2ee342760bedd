package vn.lienthong.node.secretdesk.internal;

import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.KeyState;
import vn.lienthong.node.secret.NeedToKnow;
import vn.lienthong.node.secret.RecipientLine;
import vn.lienthong.node.secret.ReleaseProof;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretBook;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretFields;
import vn.lienthong.node.secret.SecretFile;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.secret.SecretLine;
import vn.lienthong.node.secret.SecretPerson;
import vn.lienthong.node.secret.SecretTimes;
import vn.lienthong.node.secret.SecretView;

/** Services that answer as a test wants, and write down what they were asked. */
final class PretendSecrets {

    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final AgencyCode AGENCY = new AgencyCode("H37");
    static final AgencyCode OTHER = new AgencyCode("H38");
    static final String SUBJECT = "Phương án bảo vệ công trình trọng điểm";
    static final DraftId DRAFT = new DraftId(UUID.fromString("0193a000-0000-7000-8000-000000000001"));
    static final SecretId ARRIVED = new SecretId(UUID.fromString("0193a000-0000-7000-8000-000000000002"));

    private final List<String> asked = new ArrayList<>();
    private final Map<String, SecretAnswer<?>> answers = new HashMap<>();
    private KeyState.Phase phase = KeyState.Phase.UNLOCKED;
    private DraftState state = DraftState.DRAFT;
    private boolean visible = true;

    /** A service whose methods answer by their names. */
    <S> S service(Class<S> kind) {
        return kind.cast(Proxy.newProxyInstance(
                kind.getClassLoader(), new Class<?>[] {kind}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return ofObject(self, method.getName(), arguments);
                    }
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    String name = kind.getSimpleName() + "." + method.getName();
                    asked.add(name + last(given));
                    return answers.containsKey(name) ? answers.get(name) : usual(name);
                }));
    }

    static Object ofObject(Object self, String method, Object @Nullable [] arguments) {
        return switch (method) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" ->
                arguments != null && System.identityHashCode(self) == System.identityHashCode(arguments[0]);
            default -> "pretended";
        };
    }

    private static String last(Object[] given) {
        Object last = given.length == 0 ? "" : given[given.length - 1];
        return last instanceof String text ? " " + text : last instanceof List<?> list ? " " + list : "";
    }

    private @Nullable Object usual(String name) {
        return switch (name) {
            case "SecretArea.visible" -> visible;
            case "SecretArea.level" -> Secrecy.TOP_SECRET;
            case "SecretArea.waiting" -> granted(new SecretArea.Waiting(2, 3, 1, 1, 1));
            case "SecretArea.policy" ->
                new SecretArea.Policy(Duration.ofMinutes(10), Duration.ofMinutes(2), true, Secrecy.SECRET);
            case "SecretArea.recipients" ->
                granted(List.of(new SecretArea.Recipient(OTHER, "Ủy ban nhân dân tỉnh B", Secrecy.SECRET)));
            case "SecretArea.change" ->
                granted(new SecretArea.Policy(Duration.ofMinutes(10), Duration.ofMinutes(2), true, Secrecy.SECRET));
            case "SecretTimes.due" -> granted(List.of(new SecretTimes.Due(line(), LocalDate.of(2026, 12, 1))));
            case "SecretTimes.propose", "SecretTimes.confirm" ->
                granted(new SecretTimes.Terms(LocalDate.of(2046, 11, 22), null, null, "", null, null));
            case "PersonalKeys.state" -> keys();
            case "PersonalKeys.lock", "PersonalKeys.sessionEnded", "PersonalKeys.revoke" -> null;
            case "PersonalKeys.enrol", "PersonalKeys.unlock", "PersonalKeys.changePin", "PersonalKeys.reset" ->
                granted(keys());
            case "SecretDrafts.mine", "SecretReleases.waiting", "SecretReleases.decided" -> granted(List.of(draft()));
            case "SecretDrafts.check" -> granted(List.of());
            case "SecretDrafts.releasers", "NeedToKnow.candidates" ->
                granted(List.of(
                        new SecretPerson(new LoginName("lanh.dao"), "Phạm Văn Lãnh", Secrecy.TOP_SECRET, true),
                        new SecretPerson(new LoginName("pho"), "Lê Thị Phó", Secrecy.SECRET, false)));
            case "SecretDrafts.remove", "NeedToKnow.add", "NeedToKnow.takeAway" -> granted(true);
            case "SecretReading.handOver",
                    "SecretReading.refuse",
                    "SecretReading.askConsent",
                    "SecretReading.consent" -> granted(true);
            case "SecretDrafts.file", "SecretReleases.file", "SecretReading.file" -> granted(content());
            case "SecretReleases.followed" ->
                granted(List.of(new RecipientLine(OTHER, DeliveryStage.CONSIGNED, NOW, null)));
            case "SecretReleases.recall" -> granted(1);
            case "SecretReading.list" -> granted(List.of(line()));
            case "SecretReading.find" -> granted(view());
            case "SecretReading.proof" ->
                granted(new ReleaseProof(ReleaseProof.Verdict.TWO_PERSONS, "Nguyễn Văn An", "Lê Thị Bé", NOW, NOW));
            case "NeedToKnow.knowers" ->
                granted(List.of(
                        new NeedToKnow.Knower(new LoginName("van.thu"), "Trần Văn Thư", NOW, null, "", null, true)));
            case "NeedToKnow.looks" ->
                granted(List.of(new NeedToKnow.Look(NOW, new LoginName("van.thu"), "view", 1, "7F3K-9QXD")));
            case "SecretBooks.books" -> granted(List.of(book()));
            case "SecretBooks.entries" ->
                granted(List.of(bookLine(1, Secrecy.TOP_SECRET), bookLine(2, Secrecy.SECRET)));
            case "SecretBooks.lock", "SecretBooks.openVolume" -> granted(book());
            case "SecretBooks.registerArrived", "SecretBooks.registerDraft" -> granted(bookLine(3, Secrecy.SECRET));
            default -> granted(draft());
        };
    }

    private static <T> SecretAnswer<T> granted(T value) {
        return SecretAnswer.granted(value);
    }

    /** The next time and ever after it is refused. */
    void refuse(String name, Hindrance why, String detail) {
        answers.put(name, SecretAnswer.hindered(why, detail));
    }

    void keysAre(KeyState.Phase now) {
        phase = now;
    }

    void draftIs(DraftState now) {
        state = now;
    }

    void hide() {
        visible = false;
    }

    List<String> asked() {
        return asked;
    }

    private KeyState keys() {
        boolean open = phase == KeyState.Phase.UNLOCKED;
        boolean none = phase == KeyState.Phase.NONE;
        return new KeyState(
                phase, none ? null : NOW, open ? NOW.plusSeconds(600) : null, open ? 10 : 0, "ab".repeat(32), 0);
    }

    private DraftView draft() {
        boolean cooling = state == DraftState.COOLING;
        return new DraftView(
                DRAFT,
                4,
                state,
                AGENCY,
                new LoginName("van.thu"),
                List.of(new LoginName("lanh.dao")),
                null,
                new SecretFields(
                        Secrecy.SECRET,
                        "Công văn",
                        "12",
                        "UBND-M",
                        SUBJECT,
                        "Hà Nội",
                        null,
                        "Nguyễn Văn An",
                        "Chủ tịch",
                        Urgency.URGENT,
                        null,
                        null,
                        LocalDate.of(2030, 1, 1)),
                List.of(OTHER),
                List.of(file()),
                NOW,
                cooling ? NOW.plusSeconds(600) : null,
                "cd".repeat(64),
                "",
                "",
                null);
    }

    private static SecretFile file() {
        return new SecretFile(1, "phương án.txt", "text/plain", 40, "ef".repeat(64));
    }

    private static SecretContent content() {
        return new SecretContent() {
            @Override
            public SecretFile file() {
                return PretendSecrets.file();
            }

            @Override
            public String lookCode() {
                return "7F3K-9QXD";
            }

            @Override
            public void copyTo(OutputStream out) throws java.io.IOException {
                out.write("Nội dung mật không được lộ".getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static SecretLine line() {
        return new SecretLine(
                ARRIVED,
                Secrecy.SECRET,
                OTHER,
                "Ủy ban nhân dân tỉnh B",
                NOW,
                Urgency.ORDINARY,
                SecretLine.State.ARRIVED,
                "7/UBND-M",
                "Công văn",
                SUBJECT,
                "");
    }

    private static SecretView view() {
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(OTHER, "Ủy ban nhân dân tỉnh B"), SUBJECT)
                .build();
        return new SecretView(
                line(),
                metadata,
                List.of(file()),
                new SecretTimes.Terms(LocalDate.of(2046, 11, 22), null, null, "", null, null),
                SecretView.Opening.READY,
                null,
                null);
    }

    private static SecretBook book() {
        return new SecretBook(5, AGENCY, SecretBook.Direction.IN, 2026, 1, 2, 2, null, null);
    }

    static BookLine bookLine(int number, Secrecy level) {
        return new BookLine(
                number,
                level,
                NOW,
                new LoginName("van.thu"),
                LocalDate.of(2026, 11, 22),
                LocalDate.of(2026, 11, 20),
                "7/UBND-M",
                "Ủy ban nhân dân tỉnh B",
                "Công văn",
                SUBJECT,
                "Lê Văn Ba",
                "Văn phòng",
                1,
                "");
    }
}
