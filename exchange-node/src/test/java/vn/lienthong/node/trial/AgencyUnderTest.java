package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.Digests;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.Inbox;
import vn.lienthong.node.client.Lease;
import vn.lienthong.node.client.Problem;
import vn.lienthong.node.client.StatementPage;
import vn.lienthong.node.client.Submission;

/** The document-management system of one agency: patient while its node is away, as such systems are. */
final class AgencyUnderTest implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration HELD = Duration.ofSeconds(5);
    private static final int PAGE = 100;
    /** A number is used once: the node warns of a second document with it. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;

    private final String code;
    private final ExchangeClient client;

    private AgencyUnderTest(String code, ExchangeClient client) {
        this.code = code;
        this.client = client;
    }

    static AgencyUnderTest open(String code, Connection connection) throws IOException {
        return new AgencyUnderTest(code, ExchangeClient.open(connection));
    }

    /** A letter with one file. */
    static Submission letter(String key, List<String> recipients, int urgency, String subject, AttachedFile file) {
        return new Submission(
                key, new Submission.Metadata(recipients, false, null, document(urgency, subject)), List.of(file));
    }

    /** The same letter, with leave to send it to those who can be served. */
    static Submission partial(Submission letter, String key) {
        Submission.Metadata whole = letter.metadata();
        return new Submission(
                key, new Submission.Metadata(whole.recipients(), true, null, whole.document()), letter.files());
    }

    private static Map<String, Object> document(int urgency, String subject) {
        return Map.of(
                "codeNumber",
                Integer.toString(NUMBERS.incrementAndGet()),
                "codeNotation",
                "BC-THU",
                "typeName",
                "Báo cáo",
                "subject",
                subject,
                "promulgationPlace",
                "Hương Giang",
                "promulgationDate",
                "2026-11-21",
                "urgency",
                urgency);
    }

    String code() {
        return code;
    }

    ExchangeClient client() {
        return client;
    }

    /** Submits until it is acknowledged, however often the node goes away meanwhile. */
    Dispatch submit(Submission letter) {
        return given(() -> client.submit(letter), "acknowledge " + letter.idempotencyKey());
    }

    /** Why the node refuses it. */
    Problem refusal(Submission letter) throws IOException {
        return switch (client.submit(letter)) {
            case Answer.Given<Dispatch>(Dispatch accepted) ->
                throw new AssertionError("accepted as " + accepted.parcelId());
            case Answer.Refused<Dispatch>(Problem problem) -> problem;
        };
    }

    /** Waits until every delivery is in the state. */
    Dispatch await(String parcelId, String state) {
        return await(parcelId, state, dispatch -> dispatch.allIn(state));
    }

    /** Waits until every recipient's node has it. */
    Dispatch awaitArrival(String parcelId) {
        return await(parcelId, "CONSIGNED", Dispatch::arrivedEverywhere);
    }

    private Dispatch await(String parcelId, String state, Predicate<Dispatch> reached) {
        Deadline deadline = Deadline.in(PATIENCE);
        while (true) {
            Dispatch now = given(() -> client.awaitState(parcelId, state, HELD), "follow " + parcelId);
            if (reached.test(now)) {
                return now;
            }
            if (!deadline.rest()) {
                throw new AssertionError(parcelId + " is not " + state + " but " + now.deliveries());
            }
        }
    }

    /** Waits until the parcel is in the inbox. */
    Inbox.Entry awaitEntry(String parcelId) {
        Deadline deadline = Deadline.in(PATIENCE);
        while (true) {
            Optional<Inbox.Entry> found = inbox().stream()
                    .filter(entry -> entry.parcelId().equals(parcelId))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!deadline.rest()) {
                throw new AssertionError(parcelId + " does not arrive at " + code);
            }
        }
    }

    /** The whole inbox. */
    List<Inbox.Entry> inbox() {
        List<Inbox.Entry> all = new ArrayList<>();
        long after = 0;
        while (true) {
            long position = after;
            Inbox page = given(() -> client.inbox(position, PAGE, Duration.ZERO), "list its inbox");
            all.addAll(page.entries());
            Long next = page.next();
            if (next == null || next <= after || page.entries().isEmpty()) {
                return all;
            }
            after = next;
        }
    }

    /** Takes the entry: lease, download, digest, acknowledgement; gives the hand-over evidence. */
    EvidenceItem take(Inbox.Entry entry, Path target) {
        Lease lease = given(() -> client.lease(entry.entryId()), "lease " + entry.parcelId());
        Digests.Sha512 digest = given(
                () -> {
                    Files.deleteIfExists(target);
                    return client.download(entry.entryId(), lease, target);
                },
                "hand out " + entry.parcelId());
        return given(() -> client.acknowledge(entry.entryId(), lease, digest), "acknowledge " + entry.parcelId());
    }

    /** All evidence about a dispatch. */
    List<EvidenceItem> evidence(String parcelId) {
        return given(() -> client.evidence(parcelId), "show evidence").evidence();
    }

    /** Waits until a recipient has stated this. */
    StatementPage.AtRecipient awaitStatus(String parcelId, String recipient, String status) {
        Deadline deadline = Deadline.in(PATIENCE);
        while (true) {
            StatementPage page = given(() -> client.statements(parcelId), "show statements");
            Optional<StatementPage.AtRecipient> found = page.recipients().stream()
                    .filter(one -> one.recipient().equals(recipient) && status.equals(one.status()))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!deadline.rest()) {
                throw new AssertionError(recipient + " did not state " + status + " but " + page);
            }
        }
    }

    /** Something that may fail while a node is away. */
    @FunctionalInterface
    interface Request<T> {
        Answer<T> send() throws IOException;
    }

    /** The answer, asked for again while nobody answers; a refusal that is final fails the test. */
    <T> T given(Request<T> request, String what) {
        Deadline deadline = Deadline.in(PATIENCE);
        String last = "nothing was tried";
        while (deadline.rest()) {
            try {
                switch (request.send()) {
                    case Answer.Given<T>(T value) -> {
                        return value;
                    }
                    case Answer.Refused<T>(Problem problem) -> last = requireTemporary(problem, what);
                }
            } catch (IOException away) {
                last = String.valueOf(away.getMessage());
            }
        }
        throw new AssertionError("the node of " + code + " does not " + what + ": " + last);
    }

    private String requireTemporary(Problem problem, String what) {
        if (problem.status() != UNAVAILABLE && problem.status() != TOO_MANY) {
            throw new AssertionError("the node of " + code + " does not " + what + ": " + problem.readable());
        }
        return problem.readable();
    }

    @Override
    public void close() {
        client.close();
    }
}
