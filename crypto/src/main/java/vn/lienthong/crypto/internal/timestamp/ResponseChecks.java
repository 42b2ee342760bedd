package vn.lienthong.crypto.internal.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.timestamp.TimestampOutcome;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Granted;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Reason;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Refused;
import vn.lienthong.crypto.timestamp.TimestampTransport;
import vn.lienthong.crypto.timestamp.TimestampTrust;

/** Checks what an authority answered. */
public final class ResponseChecks {

    private ResponseChecks() {}

    /**
     * Checks an answer to a request.
     *
     * @param answer hostile
     * @param imprint the digest of the request
     * @param nonce the nonce of the request
     * @param trust whose timestamps are believed
     * @return the outcome; how old the stated time is, is not judged here
     */
    public static TimestampOutcome check(byte[] answer, Digest imprint, BigInteger nonce, TimestampTrust trust) {
        if (answer.length > TimestampTransport.LARGEST_ANSWER) {
            return new Refused(Reason.MALFORMED, "answer too large");
        }
        try {
            TimeStampResponse response =
                    new TimeStampResponse(TimeStampResp.getInstance(ASN1Primitive.fromByteArray(answer)));
            return check(response, imprint, nonce, trust);
        } catch (IOException | TSPException e) {
            return new Refused(Reason.MALFORMED, "not an answer of RFC 3161");
        } catch (RuntimeException e) {
            // hostile octets make the ASN.1 parser throw undeclared exceptions: every one of them is a refusal
            return new Refused(Reason.MALFORMED, "not an answer of RFC 3161");
        }
    }

    private static TimestampOutcome check(
            TimeStampResponse response, Digest imprint, BigInteger nonce, TimestampTrust trust) throws IOException {
        int status = response.getStatus();
        TimeStampToken token = response.getTimeStampToken();
        if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
            return new Refused(Reason.NOT_GRANTED, "status " + status);
        }
        if (token == null) {
            return new Refused(Reason.MALFORMED, "granted without a token");
        }
        TimestampOutcome outcome = TokenChecks.check(token.getEncoded(), imprint, trust);
        return outcome instanceof Granted && !hasNonce(token, nonce)
                ? new Refused(Reason.WRONG_NONCE, "the answer is to another request")
                : outcome;
    }

    private static boolean hasNonce(TimeStampToken token, BigInteger nonce) {
        TSTInfo info = token.getTimeStampInfo().toASN1Structure();
        ASN1Integer answered = info.getNonce();
        return answered != null && answered.hasValue(nonce);
    }
}
