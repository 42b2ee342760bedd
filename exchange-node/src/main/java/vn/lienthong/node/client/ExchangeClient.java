package vn.lienthong.node.client;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A document-management system's side of the REST interface. Connections are kept alive; files stream from and to disk.
 * Thread-safe.
 */
public final class ExchangeClient implements AutoCloseable {

    private static final String DISPATCHES = "/api/v1/dispatches";
    private static final String INBOX = "/api/v1/inbox";
    private static final String LEASE_HEADER = "Lienthong-Lease";
    // The slowest line on which a transfer is not given up: 64 KiB/s.
    private static final long SLOWEST_OCTETS_PER_SECOND = 64 << 10;

    private final HttpDoor door;

    private ExchangeClient(HttpDoor door) {
        this.door = door;
    }

    /**
     * A client of one node.
     *
     * @throws IOException if the anchor file cannot be used
     */
    public static ExchangeClient open(Connection connection) throws IOException {
        return new ExchangeClient(HttpDoor.open(connection));
    }

    /**
     * How the node is; needs no key.
     *
     * @throws IOException if the connection fails
     */
    public Answer<NodeStatus> status() throws IOException {
        return door.get("/api/v1/status", NodeStatus.class);
    }

    /**
     * Sends a document. To be repeated with the same submission after a failed connection: nothing is sent twice.
     *
     * @throws IOException if the connection fails or a file cannot be read
     */
    public Answer<Dispatch> submit(Submission submission) throws IOException {
        MultipartBody form = new MultipartBody("lienthong-" + Digests.sha256Hex(submission.idempotencyKey()));
        form.json("metadata", HttpDoor.JSON.writeValueAsBytes(submission.metadata()));
        for (AttachedFile file : submission.files()) {
            form.file("file", file);
        }
        HttpRequest request = door.request(DISPATCHES)
                .header("Idempotency-Key", submission.idempotencyKey())
                .header("Content-Type", form.contentType())
                .POST(form.publisher())
                .build();
        return door.exchange(request, Dispatch.class, timeFor(submission.size()));
    }

    /**
     * One dispatch as it is now.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Dispatch> dispatch(String parcelId) throws IOException {
        return door.get(DISPATCHES + "/" + escaped(parcelId), Dispatch.class);
    }

    /**
     * One dispatch, as soon as every delivery has reached the state or a final one, or after {@code held} (at most 30 s).
     *
     * @throws IOException if the connection fails
     */
    public Answer<Dispatch> awaitState(String parcelId, String state, Duration held) throws IOException {
        String path = DISPATCHES + "/" + escaped(parcelId) + "?wait=" + held.toSeconds() + "&state=" + escaped(state);
        return door.get(path, Dispatch.class, held);
    }

    /**
     * All evidence about a dispatch.
     *
     * @throws IOException if the connection fails
     */
    public Answer<EvidenceItem.Page> evidence(String parcelId) throws IOException {
        return door.get(DISPATCHES + "/" + escaped(parcelId) + "/evidence", EvidenceItem.Page.class);
    }

    /**
     * Everything that proves what happened to a dispatch, in one container; at most 32 MiB.
     *
     * @throws IOException if the connection fails
     */
    public Answer<byte[]> dossier(String parcelId) throws IOException {
        return door.octets(DISPATCHES + "/" + escaped(parcelId) + "/dossier");
    }

    /**
     * The receipt of one delivery of a dispatch on one page, with its proofs inside (PDF).
     *
     * @throws IOException if the connection fails
     */
    public Answer<byte[]> receiptSheet(String parcelId, String recipient) throws IOException {
        return door.octets(DISPATCHES + "/" + escaped(parcelId) + "/receipts/" + escaped(recipient));
    }

    /**
     * What waits behind the position {@code after} (0 for all); held up to {@code held} (at most 30 s) until there is
     * something.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Inbox> inbox(long after, int pageSize, Duration held) throws IOException {
        String wait = held.isZero() ? "" : "&wait=" + held.toSeconds();
        return door.get(INBOX + "?after=" + after + "&pageSize=" + pageSize + wait, Inbox.class, held);
    }

    /**
     * Takes the right to an entry.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Lease> lease(String entryId) throws IOException {
        return door.post(entry(entryId) + "/lease", Map.of(), Lease.class);
    }

    /**
     * Prolongs the right to an entry.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Lease> renew(String entryId, Lease lease) throws IOException {
        return door.post(entry(entryId) + "/lease", Map.of("leaseId", lease.leaseId()), Lease.class);
    }

    /**
     * Downloads the signed package into a new file; a broken connection is resumed where it broke.
     *
     * @return the digest computed over what arrived
     * @throws IOException if the connection fails for good, the file exists or cannot be written
     */
    public Answer<Digests.Sha512> download(String entryId, Lease lease, Path target) throws IOException {
        HttpRequest.Builder request = door.request(entry(entryId) + "/package").header(LEASE_HEADER, lease.leaseId());
        return new Download(door, request, lease.packageSize(), timeFor(lease.packageSize())).into(target);
    }

    /**
     * Says that the document was taken, with the digest that the taker computed itself.
     *
     * @return the hand-over evidence
     * @throws IOException if the connection fails
     */
    public Answer<EvidenceItem> acknowledge(String entryId, Lease lease, Digests.Sha512 computed) throws IOException {
        Map<String, String> body = Map.of("leaseId", lease.leaseId(), "packageSha512", computed.hex());
        return door.post(entry(entryId) + "/acknowledgement", body, EvidenceItem.class);
    }

    /**
     * Refuses the document, for one of the documented reasons and with words for the sender.
     *
     * @return the evidence of the refusal
     * @throws IOException if the connection fails
     */
    public Answer<EvidenceItem> refuse(String entryId, Lease lease, String reason, String text) throws IOException {
        Map<String, String> body = Map.of("leaseId", lease.leaseId(), "reason", reason, "text", text);
        return door.post(entry(entryId) + "/refusal", body, EvidenceItem.class);
    }

    /**
     * Everything that was stated about a dispatch.
     *
     * @throws IOException if the connection fails
     */
    public Answer<StatementPage> statements(String parcelId) throws IOException {
        return door.get(DISPATCHES + "/" + escaped(parcelId) + "/statements", StatementPage.class);
    }

    /**
     * Asks recipients to give a document back.
     *
     * @throws IOException if the connection fails
     */
    public Answer<StatementPage.Acted> recall(String parcelId, List<String> recipients, String why) throws IOException {
        Map<String, Object> body = Map.of("recipients", recipients, "text", why);
        return door.post(DISPATCHES + "/" + escaped(parcelId) + "/recall", body, StatementPage.Acted.class);
    }

    /**
     * Answers the last request of the sender of a document that arrived.
     *
     * @throws IOException if the connection fails
     */
    public Answer<StatementPage.Item> answer(String entryId, boolean agreed, String why) throws IOException {
        Map<String, Object> body = Map.of("agreed", agreed, "text", why);
        return door.post(entry(entryId) + "/answer", body, StatementPage.Item.class);
    }

    private static String entry(String entryId) {
        return INBOX + "/" + escaped(entryId);
    }

    private static Duration timeFor(long octets) {
        return Duration.ofSeconds(octets / SLOWEST_OCTETS_PER_SECOND);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Closes the connections. */
    @Override
    public void close() {
        door.close();
    }
}
