package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs with a token at the machine of whoever signs what the desk wants signed. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = {
            "Signs, with the key on a token (PKCS#11), the octets that the desk offers for a person's signature.",
            "Needs no connection: the files come from the desk's page and go back to it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the command line is not right", "3:token or file not usable"})
final class SignCommand implements Callable<Integer> {

    private static final long MOST_OCTETS = 1 << 20;
    private static final int LINE = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--library",
            required = true,
            paramLabel = "FILE",
            description = "The PKCS#11 module of the token's maker, for example /usr/lib/softhsm/libsofthsm2.so.")
    private Path library = Path.of("");

    @Option(
            names = "--slot",
            paramLabel = "N",
            defaultValue = "0",
            description = "Which of the slots with a token, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int slot;

    @Option(
            names = "--slot-id",
            paramLabel = "ID",
            description = "The number of the slot as the module counts, when that is known; goes before --slot.")
    private @Nullable Long slotId;

    @Option(names = "--key", paramLabel = "NAME", description = "The key, when the token has several.")
    private @Nullable String alias;

    @ArgGroup(multiplicity = "1")
    private Pin pin = new Pin();

    @Option(
            names = "--certificate-into",
            paramLabel = "FILE",
            description = "Write the signer's certificate here (PEM), to be chosen in the desk's page.")
    private @Nullable Path certificate;

    @Option(names = "--octets", paramLabel = "FILE", description = "What the desk's page gave to be signed.")
    private @Nullable Path octets;

    @Option(names = "--into", paramLabel = "FILE", description = "Write the signature here, for the desk's page.")
    private @Nullable Path target;

    /** How the token is opened. */
    private static final class Pin {
        @Option(names = "--pin-file", paramLabel = "FILE", description = "A file that holds the token's PIN.")
        private @Nullable Path file;

        @Option(names = "--pin", interactive = true, description = "Ask for the token's PIN.")
        private char @Nullable [] typed;

        char[] read() throws IOException {
            if (typed != null) {
                return typed;
            }
            return file == null
                    ? new char[0]
                    : Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
        }
    }

    @Override
    public Integer call() {
        if (certificate == null && (octets == null || target == null)) {
            spec.commandLine().getErr().println("give --certificate-into, or --octets and --into");
            return spec.exitCodeOnInvalidInput();
        }
        try {
            char[] secret = pin.read();
            TokenKey key = TokenKey.open(library, place(), secret, alias);
            Arrays.fill(secret, '\0');
            if (certificate != null) {
                Files.writeString(certificate, pem(key), StandardCharsets.US_ASCII);
            }
            if (octets != null && target != null) {
                Files.write(target, key.sign(read(octets)));
            }
            return Outcome.DONE;
        } catch (IOException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return Outcome.UNREACHABLE;
        }
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > MOST_OCTETS) {
            throw new IOException(file + " is not what the desk gives to be signed: it is too large");
        }
        return Files.readAllBytes(file);
    }

    private String place() {
        return slotId == null ? "slotListIndex=" + slot : "slot=" + slotId;
    }

    private static String pem(TokenKey key) throws IOException {
        StringBuilder text = new StringBuilder();
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        try {
            for (Certificate one : key.chain()) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(one.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateEncodingException e) {
            throw new IOException("the certificate on the token cannot be read", e);
        }
        return text.toString();
    }
}
