package vn.lienthong.node.client.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyImport;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.key.SigningKey;

/** The keys of an installation. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description =
                "Lists the keys of a node or directory, asks other authorities for certificates, takes over keys that"
                        + " were issued elsewhere.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the command line is not right", "3:a file is not usable"})
final class KeysCommand {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    KeysCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists key stores, certificates and their ends.")
    int list(
            @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data directory.")
                    Path data) {
        return reported(() -> {
            Instant now = clock.instant();
            for (KeyRing.Entry entry : KeyRing.of(data).entries()) {
                print(entry, now);
            }
        });
    }

    private void print(KeyRing.Entry entry, Instant now) {
        X509Certificate certificate = entry.certificate();
        long days = Duration.between(now, certificate.getNotAfter().toInstant()).toDays();
        PrintWriter out = spec.commandLine().getOut();
        out.println(entry.store() + ":" + entry.alias());
        out.println("  " + certificate.getSubjectX500Principal() + "  "
                + certificate.getPublicKey().getAlgorithm());
        out.println("  " + certificate.getNotBefore().toInstant() + " – "
                + certificate.getNotAfter().toInstant() + "  "
                + (days < 0 ? "ĐÃ HẾT HẠN / EXPIRED" : "còn " + days + " ngày / " + days + " days left"));
        out.println("  SHA-256 " + Certificates.fingerprint(certificate));
    }

    @Command(
            name = "request",
            mixinStandardHelpOptions = true,
            description = "Writes a certificate request (PKCS#10, PEM) for a key, to be sent to another authority.")
    int request(
            @Option(names = "--data", required = true, paramLabel = "DIR") Path data,
            @Option(names = "--key", required = true, paramLabel = "STORE:ALIAS", description = "As the list shows it.")
                    String key,
            @Option(names = "--subject", required = true, paramLabel = "DN", description = "For example CN=…,O=…,C=VN.")
                    String subject,
            @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
        X500Principal name = principal(subject);
        return reported(() -> {
            SigningKey signing = KeyRing.of(data).key(key);
            byte[] der = CertificateRequest.create(
                    signing.privateKey(), signing.certificate().getPublicKey(), name);
            refuseExisting(out);
            Files.writeString(out, CertificateRequest.toPem(der));
        });
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Takes over a key issued elsewhere (--pkcs12, or --pem-key with --chain), or the certificate that"
                            + " came back for a key of this installation (--key with --chain), into a key store of its"
                            + " own.")
    int take(
            @Option(names = "--data", required = true, paramLabel = "DIR") Path data,
            @Option(names = "--name", required = true, description = "Of the new key store: a–z, 0–9, hyphen.")
                    String name,
            @Option(names = "--pkcs12", paramLabel = "FILE") @Nullable Path pkcs12,
            @Option(names = "--password-file", paramLabel = "FILE", description = "Mode 0400.") @Nullable
                    Path passwordFile,
            @Option(names = "--pem-key", paramLabel = "FILE") @Nullable Path pemKey,
            @Option(names = "--key", paramLabel = "STORE:ALIAS") @Nullable String key,
            @Option(names = "--chain", paramLabel = "FILE", description = "PEM, the key's own certificate first.")
                    @Nullable
                    Path chain) {
        if (!NAME.matcher(name).matches()) {
            throw new ParameterException(spec.commandLine(), "--name has a–z, 0–9 and hyphens");
        }
        return reported(() -> {
            KeyRing ring = KeyRing.of(data);
            SigningKey taken = source(ring, new Source(pkcs12, passwordFile, pemKey, key, chain));
            Path target = ring.keep(name, taken);
            spec.commandLine().getOut().println(target + "  " + Certificates.fingerprint(taken.certificate()));
        });
    }

    private record Source(
            @Nullable Path pkcs12,
            @Nullable Path passwordFile,
            @Nullable Path pemKey,
            @Nullable String key,
            @Nullable Path chain) {}

    private SigningKey source(KeyRing ring, Source source) throws IOException {
        if (source.pkcs12() != null && source.passwordFile() != null) {
            char[] password = PasswordFile.at(source.passwordFile()).read();
            try {
                return KeyImport.fromPkcs12(ProofOptions.bounded(source.pkcs12()), password);
            } finally {
                Arrays.fill(password, '\0');
            }
        }
        if (source.pemKey() != null && source.chain() != null) {
            return KeyImport.fromPem(ProofOptions.bounded(source.pemKey()), ProofOptions.bounded(source.chain()));
        }
        if (source.key() != null && source.chain() != null) {
            return KeyImport.join(ring.key(source.key()).privateKey(), certificates(source.chain()));
        }
        throw new ParameterException(
                spec.commandLine(),
                "give --pkcs12 and --password-file, or --pem-key and --chain, or --key and --chain");
    }

    private static List<X509Certificate> certificates(Path chain) throws IOException {
        try {
            return Certificates.decodeChain(ProofOptions.bounded(chain));
        } catch (CertificateException broken) {
            throw new IOException("not a chain of certificates in PEM: " + chain, broken);
        }
    }

    private X500Principal principal(String subject) {
        try {
            return new X500Principal(subject);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), "--subject is not a distinguished name", malformed);
        }
    }

    private static void refuseExisting(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " exists already");
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private int reported(Work work) {
        try {
            work.run();
            spec.commandLine().getOut().flush();
            return Outcome.DONE;
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        }
    }
}
