package vn.lienthong.node.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The administration of the central directory over its REST interface. Thread-safe. */
public final class DirectoryClient implements AutoCloseable {

    private static final String NODES = "/api/v1/directory/nodes";
    private static final String AGENCIES = "/api/v1/directory/agencies";

    private final HttpDoor door;

    private DirectoryClient(HttpDoor door) {
        this.door = door;
    }

    /**
     * A client of one directory.
     *
     * @throws IOException if the anchor file cannot be used
     */
    public static DirectoryClient open(Connection connection) throws IOException {
        return new DirectoryClient(HttpDoor.open(connection));
    }

    /**
     * The token with which a node joins, shown once.
     *
     * @param nodeId of the node
     * @param token to be handed to the node's operator
     */
    public record Enrolment(String nodeId, String token) {

        /** Both are never left out. */
        public Enrolment {
            Objects.requireNonNull(nodeId, "nodeId");
            Objects.requireNonNull(token, "token");
        }

        /** Shows no token. */
        @Override
        public String toString() {
            return "Enrolment[" + nodeId + "]";
        }
    }

    /**
     * An agency to be registered.
     *
     * @param code agency code
     * @param name of the agency
     * @param bloc for example {@code PARTY}
     * @param nodeId that serves it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewAgency(String code, String name, String bloc, String nodeId) {}

    /**
     * The directory's answer to a registration.
     *
     * @param agencyId the lasting id
     * @param sequence the publication that says so
     */
    public record Registered(@Nullable String agencyId, long sequence) {}

    /**
     * An agency in the list.
     *
     * @param code agency code
     * @param name of the agency
     * @param bloc it belongs to
     * @param node that serves it
     * @param keyState whether keys are published
     */
    public record ListedAgency(
            String code,
            @Nullable String name,
            @Nullable String bloc,
            @Nullable String node,
            @Nullable String keyState) {

        /** True when documents can be sealed to it. */
        public boolean hasKeys() {
            return keyState == null || "PUBLISHED".equals(keyState) || "CURRENT".equals(keyState);
        }
    }

    /**
     * A page of agencies.
     *
     * @param agencies on it
     * @param nextPageToken for the page behind; absent at the end
     */
    public record AgencyPage(
            List<ListedAgency> agencies, @Nullable String nextPageToken) {

        /** The directory may leave out an empty list. */
        public AgencyPage {
            agencies = Lists.copy(agencies);
        }
    }

    /**
     * Registers a node and gives the token with which it joins.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Enrolment> registerNode(String nodeId, String name) throws IOException {
        return door.post(NODES, Map.of("nodeId", nodeId, "name", name), Enrolment.class);
    }

    /**
     * Registers an agency with the node that serves it.
     *
     * @throws IOException if the connection fails
     */
    public Answer<Registered> registerAgency(NewAgency agency) throws IOException {
        return door.post(AGENCIES, agency, Registered.class);
    }

    /**
     * Closes an agency, without successor.
     *
     * @param code agency code
     * @param at from when on nothing is delivered to it
     * @throws IOException if the connection fails
     */
    public Answer<Registered> closeAgency(String code, Instant at) throws IOException {
        return door.post(AGENCIES + "/" + escaped(code) + "/closure", Map.of("at", at.toString()), Registered.class);
    }

    /**
     * Revokes a node with all its certificates; there is no way back.
     *
     * @param reason in words, published
     * @throws IOException if the connection fails
     */
    public Answer<Registered> revokeNode(String nodeId, String reason) throws IOException {
        return door.post(NODES + "/" + escaped(nodeId) + "/revocation", Map.of("reason", reason), Registered.class);
    }

    /**
     * What came of a wish for another level.
     *
     * @param proposalId what a second person has to confirm; absent when the level was lowered, which counts at once
     * @param sequence the publication that says so; 0 while it waits
     */
    public record Wished(@Nullable String proposalId, long sequence) {}

    /**
     * A level that waits for a second person.
     *
     * @param proposalId its identity
     * @param nodeId which node
     * @param level the highest level that it may handle
     * @param reason why, in words
     * @param proposedAt when, as written
     * @param expiresAt when it is void, as written
     */
    public record Waiting(
            String proposalId, String nodeId, String level, String reason, String proposedAt, String expiresAt) {}

    /**
     * Levels that wait.
     *
     * @param proposals oldest first
     */
    public record WaitingList(List<Waiting> proposals) {

        /** The directory may leave out an empty list. */
        public WaitingList {
            proposals = Lists.copy(proposals);
        }
    }

    /**
     * Proposes that a node may handle state secrets up to a level, or lowers its level at once.
     *
     * @param level {@code ORDINARY}, {@code CONFIDENTIAL}, {@code SECRET} or {@code TOP_SECRET}
     * @param reason in words, for whoever confirms
     * @throws IOException if the connection fails
     */
    public Answer<Wished> approve(String nodeId, String level, String reason) throws IOException {
        return door.post(
                NODES + "/" + escaped(nodeId) + "/approval", Map.of("level", level, "reason", reason), Wished.class);
    }

    /**
     * Levels that wait for a second person.
     *
     * @throws IOException if the connection fails
     */
    public Answer<WaitingList> approvals() throws IOException {
        return door.get("/api/v1/directory/approvals", WaitingList.class);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * One page of the agencies.
     *
     * @param pageToken of the page; null for the first
     * @throws IOException if the connection fails
     */
    public Answer<AgencyPage> agencies(@Nullable String pageToken) throws IOException {
        String query = pageToken == null ? "" : "?pageToken=" + URLEncoder.encode(pageToken, StandardCharsets.UTF_8);
        return door.get(AGENCIES + query, AgencyPage.class);
    }

    /**
     * Searches a node's own copy of the directory.
     *
     * @param query code or part of a name
     * @throws IOException if the connection fails
     */
    public Answer<AgencyPage> search(String query) throws IOException {
        return door.get(AGENCIES + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), AgencyPage.class);
    }

    /**
     * Publications after a number, exactly as the directory sends them: they prove themselves.
     *
     * @throws IOException if the connection fails
     */
    public Answer<byte[]> publications(long after) throws IOException {
        return door.octets("/directory/v1/publications?after=" + after);
    }

    /** Closes the connections. */
    @Override
    public void close() {
        door.close();
    }
}
