package vn.lienthong.node.keys.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenPlace;
import vn.lienthong.crypto.token.TokenSettings;

/**
 * Settings under {@code lienthong.token}: a PKCS#11 token for the agencies' keys.
 *
 * @param library the module of its maker; without it there is no token
 * @param label the name of the token
 * @param slot the number of its slot, instead of a label
 * @param pinFile the file with the PIN, which nobody else may read
 * @param sessions how many operations run at once
 * @param agencyKeys whether new agency keys are made in it; keys that are in it already are used in any case
 * @param watch how often it is looked at
 */
@ConfigurationProperties("lienthong.token")
record TokenProperties(
        @Nullable Path library,
        @Nullable String label,
        @Nullable Long slot,
        @Nullable Path pinFile,
        @DefaultValue("16") int sessions,
        @DefaultValue("true") boolean agencyKeys,
        @DefaultValue("15s") Duration watch) {

    /** Refuses half a token. */
    TokenProperties {
        boolean placed = (label == null) != (slot == null);
        if (library != null && (!placed || pinFile == null)) {
            throw new IllegalArgumentException(
                    "lienthong.token needs library, pin-file and exactly one of label and slot");
        }
    }

    /** The token, not yet touched. */
    Optional<Token> token() {
        if (library == null || pinFile == null) {
            return Optional.empty();
        }
        return Optional.of(Token.open(new TokenSettings(library, place(), PasswordFile.at(pinFile), sessions)));
    }

    private TokenPlace place() {
        if (slot != null) {
            return new TokenPlace.Slot(slot);
        }
        return new TokenPlace.Label(label == null ? "" : label);
    }
}
