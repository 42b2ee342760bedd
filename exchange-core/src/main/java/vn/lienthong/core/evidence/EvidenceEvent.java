package vn.lienthong.core.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The events that evidence states, in the vocabulary of EN 319 522. Per parcel and recipient there is exactly one final event.
 */
public enum EvidenceEvent {
    /** The sender's node has taken responsibility, durably. */
    SUBMISSION_ACCEPTANCE("A.1", "SubmissionAcceptance", Stage.SUBMISSION, Outcome.PROGRESS),
    /** The sender's node has refused. */
    SUBMISSION_REJECTION("A.2", "SubmissionRejection", Stage.SUBMISSION, Outcome.FAILURE),
    /** The recipient's node could not be reached in time, or has refused for good. */
    RELAY_FAILURE("B.3", "RelayFailure", Stage.TRANSPORT, Outcome.FAILURE),
    /** The recipient's clerk refuses, and says why. */
    CONSIGNMENT_REJECTION("C.4", "ConsignmentRejection", Stage.HANDOVER, Outcome.FAILURE),
    /** Nobody at the recipient took it or refused it before it expired. */
    ACCEPTANCE_REJECTION_EXPIRY("C.5", "AcceptanceRejectionExpiry", Stage.HANDOVER, Outcome.FAILURE),
    /** The recipient's node has verified it and made it available, durably. */
    CONTENT_CONSIGNMENT("D.1", "ContentConsignment", Stage.TRANSPORT, Outcome.PROGRESS),
    /** The recipient's node could not make it available. */
    CONTENT_CONSIGNMENT_FAILURE("D.2", "ContentConsignmentFailure", Stage.TRANSPORT, Outcome.FAILURE),
    /** The recipient's clerk or system has taken the content, with the digest that it computed itself. */
    CONTENT_HANDOVER("E.1", "ContentHandover", Stage.HANDOVER, Outcome.SUCCESS),
    /** The content could not be handed over, or was recalled before. */
    CONTENT_HANDOVER_FAILURE("E.2", "ContentHandoverFailure", Stage.HANDOVER, Outcome.FAILURE);

    private static final String URI_PREFIX = "http://uri.etsi.org/19522/Event/";
    private static final Map<String, EvidenceEvent> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EvidenceEvent::event, Function.identity()));

    private final String code;
    private final String event;
    private final Stage stage;
    private final Outcome outcome;

    EvidenceEvent(String code, String event, Stage stage, Outcome outcome) {
        this.code = code;
        this.event = event;
        this.stage = stage;
        this.outcome = outcome;
    }

    /** Finds an event by its name in the vocabulary. */
    public static Optional<EvidenceEvent> ofName(String event) {
        return Optional.ofNullable(BY_NAME.get(event));
    }

    /** Returns the short code, for example {@code D.1}. */
    public String code() {
        return code;
    }

    /** Returns the name in the vocabulary, for example {@code ContentConsignment}. */
    public String event() {
        return event;
    }

    /** Returns the identifier, {@code http://uri.etsi.org/19522/Event/…}. */
    public String uri() {
        return URI_PREFIX + event;
    }

    /** Returns whether nothing may follow for this parcel and recipient. */
    public boolean isFinal() {
        return outcome != Outcome.PROGRESS;
    }

    /** Returns whether it states a failure and therefore needs reasons. */
    public boolean isNegative() {
        return outcome == Outcome.FAILURE;
    }

    /** Returns where in the life of a delivery it belongs. */
    public Stage stage() {
        return stage;
    }

    /** Where in the life of a delivery an event belongs; in this order. */
    public enum Stage {
        /** At the sender's node. */
        SUBMISSION,
        /** Between the nodes. */
        TRANSPORT,
        /** Between the recipient's node and its people or systems. */
        HANDOVER
    }

    private enum Outcome {
        PROGRESS,
        SUCCESS,
        FAILURE
    }
}
