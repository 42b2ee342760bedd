package vn.lienthong.node.secret;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.node.identity.LoginName;

/**
 * A document that arrived, as somebody who may know of it sees it.
 *
 * @param line what lists show
 * @param document everything that is written about it
 * @param files its files
 * @param times until when it is a secret
 * @param opening what an opening needs from this caller
 * @param consentUntil until when a second person's consent holds for the caller; null without
 * @param consentAsked who asked for the consent that this caller can give; null when nobody did
 */
public record SecretView(
        SecretLine line,
        DocumentMetadata document,
        List<SecretFile> files,
        SecretTimes.Terms times,
        Opening opening,
        @Nullable Instant consentUntil,
        @Nullable LoginName consentAsked) {

    /** Copies the files. */
    public SecretView {
        files = List.copyOf(files);
    }

    /** What stands between the caller and the content. */
    public enum Opening {
        /** Nothing but the unlocked keys. */
        READY,
        /** A second person must consent. */
        NEEDS_CONSENT,
        /** The caller has no share: lost, or it still waits to be sealed. */
        NO_SHARE
    }

    @Override
    public String toString() {
        return "SecretView[" + line.id() + "]";
    }
}
