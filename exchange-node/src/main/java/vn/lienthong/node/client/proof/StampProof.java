package vn.lienthong.node.client.proof;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.ReceiptCheck;
import vn.lienthong.crypto.timestamp.TimestampOutcome;
import vn.lienthong.crypto.timestamp.TimestampToken;
import vn.lienthong.crypto.timestamp.TimestampTrust;

/** By when a third party saw the log with an evidence in it (RFC 3161). */
sealed interface StampProof {

    /**
     * The evidence existed before that time.
     *
     * @param time of the token
     * @param size of the tree that was time-stamped
     */
    record Proven(Instant time, long size) implements StampProof {}

    /**
     * The token holds, but the anchor does not vouch for its authority: neither good nor bad, as long as the reader does not know
     * that authority.
     *
     * @param time of the token
     * @param authority digest of the certificate of its issuer, which came along
     */
    record Foreign(Instant time, String authority) implements StampProof {}

    /**
     * Nothing is proven.
     *
     * @param reason why, in English, without content
     */
    record NotProven(String reason) implements StampProof {}

    /** Checks a token over the checkpoint in a {@code .tlog-proof}. */
    static StampProof of(SignedEvidence signed, byte[] proof, Token token, NodeId issuer, DirectoryRecord directory) {
        try {
            LogReceipt receipt = LogReceipt.parse(proof);
            Optional<LogPolicy> policy =
                    directory.policy(issuer, receipt.checkpoint().origin());
            if (policy.isEmpty()) {
                return new NotProven("the directory lists no log of node " + issuer);
            }
            byte[] entry = WireFormats.LOG_COMMITMENT.encode(LogCommitment.to(signed));
            if (receipt.verify(entry, policy.get()) instanceof ReceiptCheck.Refused(ReceiptCheck.Reason reason)) {
                return new NotProven("the time-stamped checkpoint: " + reason);
            }
            return stamped(receipt, token, directory);
        } catch (LogFormatException malformed) {
            return new NotProven("not a proof of a log: " + malformed.getMessage());
        }
    }

    private static StampProof stamped(LogReceipt receipt, Token token, DirectoryRecord directory) {
        Digest imprint = Digest.sha256(receipt.note().encode());
        return switch (check(token, imprint, directory.issuer())) {
            case TimestampOutcome.Granted(TimestampToken granted) ->
                new Proven(granted.time(), receipt.checkpoint().size());
            case TimestampOutcome.Refused(var reason, String detail)
            when reason == TimestampOutcome.Reason.UNTRUSTED
                    && token.authority().isPresent() ->
                foreign(token, imprint, token.authority().get());
            case TimestampOutcome.Refused(var reason, String detail) -> new NotProven(reason + " " + detail);
        };
    }

    private static TimestampOutcome check(Token token, Digest imprint, TrustAnchor anchor) {
        return TimestampTrust.anyPolicy(anchor).check(token.octets().toByteArray(), imprint);
    }

    private static StampProof foreign(Token token, Digest imprint, Octets pem) {
        try {
            List<X509Certificate> chain = Certificates.decodeChain(pem.toByteArray());
            return switch (check(token, imprint, new TrustAnchor(chain.getFirst()))) {
                case TimestampOutcome.Granted(TimestampToken granted) ->
                    new Foreign(granted.time(), Certificates.fingerprint(chain.getFirst()));
                case TimestampOutcome.Refused(var reason, String detail) -> new NotProven(reason + " " + detail);
            };
        } catch (CertificateException broken) {
            return new NotProven("the certificate of the time-stamp authority cannot be read");
        }
    }

    /**
     * A token as it came.
     *
     * @param octets DER
     * @param authority the certificate (PEM) of the issuer of its authority, where that is another one than the anchor's
     */
    record Token(Octets octets, Optional<Octets> authority) {}

    /** The octets and the signature as one. */
    static SignedEvidence signed(byte[] octets, byte[] signature) {
        return new SignedEvidence(Octets.of(octets), Octets.of(signature));
    }
}
