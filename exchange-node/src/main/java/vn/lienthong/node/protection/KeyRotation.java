package vn.lienthong.node.protection;

import java.util.List;
import java.util.Optional;

/** Rotation of the keys at rest, without downtime; for the page and the command line. */
public interface KeyRotation {

    /** What may be renewed. */
    enum What {
        /** The master key: all data keys are wrapped anew. */
        MASTER_KEY,
        /** The data keys: each purpose gets a new version, and what lies under older ones is sealed anew in the background. */
        DATA_KEYS
    }

    /** What came of an order. */
    sealed interface Outcome {

        /**
         * Done, or under way in the background.
         *
         * @param progress as of now
         */
        record Begun(Progress progress) implements Outcome {}

        /**
         * Refused; nothing changed.
         *
         * @param reason which
         * @param words in English, for log and command line
         */
        record Refused(Reason reason, String words) implements Outcome {}
    }

    /** Why a rotation is refused. */
    enum Reason {
        /** The new master key is not where it must be laid first. */
        NO_NEXT_KEY,
        /** A rotation is under way. */
        UNDER_WAY
    }

    /**
     * How far the sealing under new keys is.
     *
     * @param purposes still with older keys
     * @param moved secrets sealed anew since the rotation began, by this process
     * @param underWay whether older keys are left
     */
    record Progress(List<String> purposes, long moved, boolean underWay) {}

    /** Begins a rotation; returns when the new keys are durable and in use. */
    Outcome rotate(What what);

    /** How far it is; empty when there is only one version of every key. */
    Optional<Progress> progress();

    /** The data keys under the master key, by purpose, the newest version first. */
    List<DataKey> dataKeys();
}
