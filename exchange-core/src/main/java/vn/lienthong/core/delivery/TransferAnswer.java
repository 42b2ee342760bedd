package vn.lienthong.core.delivery;

import java.time.Duration;
import java.util.List;
import vn.lienthong.core.error.Actor;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.value.BoundedText;

/** What a node answers to one parcel. */
public sealed interface TransferAnswer {

    /** The most evidence in one answer: one per recipient. */
    int MAX_EVIDENCES = 500;

    /**
     * Verified and durable; the receiver is responsible now.
     *
     * @param evidences one per recipient that the receiver hosts, 1 to 500
     */
    record Accepted(List<SignedEvidence> evidences) implements TransferAnswer {

        /** Checks the number. */
        public Accepted {
            evidences = requireEvidences(evidences, 1);
        }
    }

    /**
     * It was accepted before: a success.
     *
     * @param evidences those of the first time, 1 to 500
     */
    record AlreadyHere(List<SignedEvidence> evidences) implements TransferAnswer {

        /** Checks the number. */
        public AlreadyHere {
            evidences = requireEvidences(evidences, 1);
        }
    }

    /**
     * Nothing is wrong with the parcel; come again.
     *
     * @param after how long to wait, whole seconds, 0 to one day
     * @param code why
     */
    record RetryLater(Duration after, ErrorCode code) implements TransferAnswer {

        /** The longest wait. */
        public static final Duration MAX_AFTER = Duration.ofDays(1);

        /** Checks the wait and cuts it to seconds. */
        public RetryLater {
            after = Duration.ofSeconds(after.toSeconds());
            if (after.isNegative() || after.compareTo(MAX_AFTER) > 0) {
                throw new IllegalArgumentException("a wait of 0 seconds to one day");
            }
        }
    }

    /**
     * Final: it will not be accepted.
     *
     * @param code why
     * @param text words for people, at most 500 characters; may be empty; repeats nothing of the content
     * @param actor who must act
     * @param evidences of the refusal, at most 500; may be empty when the parcel was too broken to be spoken about
     */
    record Refused(ErrorCode code, String text, Actor actor, List<SignedEvidence> evidences) implements TransferAnswer {

        /** Checks text and number. */
        public Refused {
            text = BoundedText.lines("refusal text", text, 0, 500);
            evidences = requireEvidences(evidences, 0);
        }

        /** Returns a refusal for which whoever the catalogue names must act. */
        public static Refused of(ErrorCode code, String text) {
            return new Refused(code, text, code.actor(), List.of());
        }
    }

    private static List<SignedEvidence> requireEvidences(List<SignedEvidence> evidences, int min) {
        if (evidences.size() < min || evidences.size() > MAX_EVIDENCES) {
            throw new IllegalArgumentException("the number of evidences is out of range");
        }
        return List.copyOf(evidences);
    }
}
