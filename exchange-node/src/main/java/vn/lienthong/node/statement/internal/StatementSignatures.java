package vn.lienthong.node.statement.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.CertificateRef;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.signature.DualSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** Makes and checks the signatures of agencies on statements: always both, by the keys that the directory lists. */
@Component
@InNodeRole
class StatementSignatures {

    private final DirectoryView directory;
    private final InstantSource clock;

    StatementSignatures(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    SignedStatement sign(Statement statement, DualSigningKey key) {
        byte[] octets = WireFormats.STATEMENT.encode(statement);
        byte[] signature = DualSignature.sign(SignedStatement.signatureInput(octets), key, statement.at());
        return new SignedStatement(Octets.of(octets), Octets.of(signature));
    }

    /** Why the signatures do not hold; empty when they do, by the keys of one of these agencies at the time of the statement. */
    Optional<String> fault(SignedStatement signed, Statement statement, List<AgencyEntry> speakers) {
        byte[] input = SignedStatement.signatureInput(signed.octets().toByteArray());
        byte[] signature = signed.signature().toByteArray();
        String fault = "no key of the agency is listed for that time";
        for (AgencyEntry speaker : speakers) {
            for (AgencyKeys epoch : speaker.keys()) {
                Optional<SignatureCheck> check =
                        isUsable(epoch, statement.at()) ? check(input, signature, epoch) : Optional.empty();
                if (check.isPresent() && check.get() instanceof SignatureCheck.Valid) {
                    return Optional.empty();
                }
                fault = check.map(StatementSignatures::words).orElse(fault);
            }
        }
        return Optional.of(fault);
    }

    /** Returns whether it was signed by a certificate of one of these agencies, but not these octets. */
    boolean isForged(SignedStatement signed, Statement statement, List<AgencyEntry> speakers) {
        byte[] input = SignedStatement.signatureInput(signed.octets().toByteArray());
        byte[] signature = signed.signature().toByteArray();
        List<SignatureCheck> checks = speakers.stream()
                .flatMap(speaker -> speaker.keys().stream())
                .filter(epoch -> epoch.classical().covers(statement.at()))
                .flatMap(epoch -> check(input, signature, epoch).stream())
                .toList();
        return checks.stream().noneMatch(SignatureCheck.Valid.class::isInstance)
                && checks.stream().anyMatch(StatementSignatures::isBad);
    }

    /** A certificate that is not listed any more says nothing against what was signed with it when it was. */
    private static boolean isBad(SignatureCheck check) {
        return check instanceof SignatureCheck.Invalid invalid
                && invalid.reason() != SignatureCheck.Reason.WRONG_SIGNER;
    }

    private static String words(SignatureCheck check) {
        return check instanceof SignatureCheck.Invalid invalid ? "signature " + invalid.reason() : "signature";
    }

    private Optional<SignatureCheck> check(byte[] input, byte[] signature, AgencyKeys epoch) {
        Optional<X509Certificate> classical =
                directory.certificate(epoch.classical().fingerprint());
        return directory
                .certificate(epoch.postQuantum().fingerprint())
                .flatMap(quantum -> classical.map(first -> DualSignature.verify(input, signature, first, quantum)));
    }

    private boolean isUsable(AgencyKeys epoch, Instant at) {
        return isUsable(epoch.classical(), at) && isUsable(epoch.postQuantum(), at);
    }

    /** A signature counts when the key was valid at the time that is stated, and nobody has revoked it since. */
    private boolean isUsable(CertificateRef certificate, Instant at) {
        return certificate.covers(at) && !directory.current().isRevoked(certificate.fingerprint(), clock.instant());
    }
}
