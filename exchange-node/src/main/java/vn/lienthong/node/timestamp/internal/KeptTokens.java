package vn.lienthong.node.timestamp.internal;

import java.util.List;
import java.util.Optional;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.timestamp.TimestampOutcome;
import vn.lienthong.crypto.timestamp.TimestampTrust;
import vn.lienthong.node.timestamp.TimestampVerification;

/**
 * Checks kept tokens by all that are believed.
 *
 * @param trusts at least one
 */
record KeptTokens(List<TimestampTrust> trusts) implements TimestampVerification {

    KeptTokens {
        trusts = List.copyOf(trusts);
    }

    @Override
    public Optional<String> fault(byte[] token, Digest imprint) {
        Optional<String> fault = Optional.of("nobody is believed");
        for (TimestampTrust trust : trusts) {
            switch (trust.check(token, imprint)) {
                case TimestampOutcome.Granted _ -> {
                    return Optional.empty();
                }
                case TimestampOutcome.Refused refused ->
                    fault = Optional.of("the token does not hold: " + refused.reason());
            }
        }
        return fault;
    }
}
